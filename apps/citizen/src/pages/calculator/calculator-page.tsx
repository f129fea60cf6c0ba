// 看病先算一算: before going to hospital, what fund, own account, relatives and cash would pay, reckoned in the browser.
import { libraryFrom } from '@gongji/policy/browser';
import { useMemo, useState, type FormEvent } from 'react';
import { useAnswer } from '../../api/hooks.ts';
import { dayWords } from '../../lib/date.ts';
import { formatFen } from '../../lib/money.ts';
import { readYuan } from '../../lib/yuan-input.ts';
import { Asked } from '../../parts/asked.tsx';
import { Button } from '../../parts/button.tsx';
import { Choice } from '../../parts/choice.tsx';
import { ErrorSummary } from '../../parts/error-summary.tsx';
import { Facts } from '../../parts/facts.tsx';
import { TextField } from '../../parts/field.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Page } from '../../shell/page.tsx';
import { SignedIn } from '../../shell/signed-in.tsx';
import { compare, type AskedBill, type CalculatorFacts } from './compare.ts';
import { Results } from './results.tsx';

/** Facts for the form itself are asked with the smallest amount: relatives' money is not needed for it. */
const smallestFen = '1';

function Reckoned({ bill, area }: { bill: AskedBill; area: string }) {
  const facts = useAnswer('getCalculatorFacts', { amountFen: String(bill.totalFen) });
  const policy = useAnswer('getPolicyText', { area });
  const text = policy.data?.text;
  const library = useMemo(() => (text === undefined ? undefined : libraryFrom(text)), [text]);
  return (
    <Asked query={policy} waiting="正在读取当地政策…">
      {() => (
        <Asked query={facts} waiting="正在计算…">
          {(known) => {
            const answer = library && compare(library, known, bill);
            if (!answer) return null;
            if (!answer.ok) return <Notice tone="bad" live title={answer.message} />;
            return <Results compared={answer.compared} />;
          }}
        </Asked>
      )}
    </Asked>
  );
}

function YearSoFar({ facts }: { facts: CalculatorFacts }) {
  return (
    <section className="block" aria-labelledby="year">
      <h2 id="year">今年到现在</h2>
      <Facts
        items={[
          {
            name: '起付线已累计',
            value: <span className="figures">{formatFen(facts.yearToDate.deductibleFen)}</span>,
          },
          {
            name: '基金已支付',
            value: <span className="figures">{formatFen(facts.yearToDate.fundPaidFen)}</span>,
          },
          {
            name: '本人账户余额',
            value: (
              <span className="figures">{formatFen(facts.own.priorYearFen + facts.own.currentYearFen)}</span>
            ),
          },
        ]}
      />
      <p className="source">
        {facts.areaName}，按 {dayWords(facts.date)}的政策和账户计算；实际以医院结算时为准。
      </p>
    </section>
  );
}

function Calculator({ facts }: { facts: CalculatorFacts }) {
  const home = facts.places[0]?.area ?? facts.area;
  const [total, setTotal] = useState('');
  const [wholly, setWholly] = useState('');
  const [disease, setDisease] = useState('');
  const [place, setPlace] = useState(home);
  const [attempt, setAttempt] = useState(0);
  const [bill, setBill] = useState<AskedBill | null>(null);
  const totalRead = readYuan(total);
  const whollyRead = readYuan(wholly);
  const found: { total?: string; wholly?: string } = {};
  if (!totalRead.ok || totalRead.fen === null) found.total = '请填写大概的费用，大于 0，最多两位小数。';
  if (!whollyRead.ok) found.wholly = '请填写大于 0 的金额，最多两位小数；没有就留空。';
  else if (totalRead.ok && (whollyRead.fen ?? 0) > (totalRead.fen ?? 0)) {
    found.wholly = '不能超过总费用。';
  }
  const problems = attempt > 0 ? found : {};
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (found.total || found.wholly || !totalRead.ok || totalRead.fen === null || !whollyRead.ok) {
      setAttempt(attempt + 1);
      return;
    }
    setAttempt(0);
    setBill({ totalFen: totalRead.fen, whollySelfPaidFen: whollyRead.fen ?? 0, disease, place });
  };
  return (
    <>
      <form className="block" onSubmit={submit} noValidate aria-label="这次看病">
        <ErrorSummary problems={problems} attempt={attempt} />
        <TextField
          id="total"
          label="大概要花多少（元）"
          value={total}
          onChange={setTotal}
          inputMode="decimal"
          error={problems.total}
        />
        <TextField
          id="wholly"
          label="其中完全自费的（元，可不填）"
          hint="医保不报的药品和项目。"
          value={wholly}
          onChange={setWholly}
          inputMode="decimal"
          error={problems.wholly}
        />
        {facts.diseases.length > 0 && (
          <Choice
            id="disease"
            label="看什么病"
            value={disease === '' ? 'ordinary' : disease}
            onChange={(value) => setDisease(value === 'ordinary' ? '' : value)}
            options={[
              { value: 'ordinary', text: '普通门诊' },
              ...facts.diseases.map(({ code, name }) => ({ value: code, text: `${name}（已登记慢特病）` })),
            ]}
          />
        )}
        {facts.places.length > 1 && (
          <Choice
            id="place"
            label="在哪里看"
            value={place}
            onChange={setPlace}
            options={facts.places.map(({ area, name }) => ({
              value: area,
              text: area === home ? `${name}（参保地）` : `${name}（外地）`,
            }))}
          />
        )}
        <div className="actions">
          <Button main submit>
            算一算
          </Button>
        </div>
      </form>
      {bill && <Reckoned bill={bill} area={facts.area} />}
      <YearSoFar facts={facts} />
    </>
  );
}

function Own() {
  const facts = useAnswer('getCalculatorFacts', { amountFen: smallestFen });
  return (
    <Page
      wide
      title="看病先算一算"
      lead="去之前，先看基金、自己的账户、家人的账户和现金各要付多少；各级医院放在一起比。"
      back={{ href: '/', text: '首页' }}
    >
      <Asked query={facts} waiting="正在读取您的账户…">
        {(known) => <Calculator facts={known} />}
      </Asked>
    </Page>
  );
}

export default function CalculatorPage() {
  return <SignedIn>{() => <Own />}</SignedIn>;
}
