// Step 2: what each costs, until when, from when it counts, and what is missing; the shortfall is told before anything is paid.
import { useState, type FormEvent } from 'react';
import { Link, useLocation } from 'wouter';
import { type Chosen, writeChosen } from '../../lib/chosen.ts';
import { dayWords } from '../../lib/date.ts';
import { formatFen } from '../../lib/money.ts';
import { AssessedTag } from '../../parts/assessed-tag.tsx';
import { Button } from '../../parts/button.tsx';
import { Choice } from '../../parts/choice.tsx';
import { ErrorSummary } from '../../parts/error-summary.tsx';
import { Facts } from '../../parts/facts.tsx';
import { Lines } from '../../parts/lines.tsx';
import { Notice } from '../../parts/notice.tsx';
import { PersonCard } from '../../parts/person-card.tsx';
import { Page } from '../../shell/page.tsx';
import type { OrderQuote } from './order-quote.ts';
import { togetherSteps } from './titles.ts';

type Quote = OrderQuote['quotes'][number];
const figures = (fen: number) => <span className="figures">{formatFen(fen)}</span>;

function One({ quote }: { quote: Quote }) {
  const { window, benefitsFrom, waitingMonths } = quote;
  const late = window !== null && !window.open;
  return (
    <li>
      <PersonCard person={quote.member} role="参保人（被共济人）" />
      <Facts
        items={[
          {
            name: `${quote.coverageYear} 年度应缴`,
            value: (
              <>
                {figures(quote.amountFen)}
                <AssessedTag amountFrom={quote.amountFrom} />
              </>
            ),
            strong: true,
          },
          {
            name: '缴费期',
            value: window ? `${dayWords(window.from)}至${dayWords(window.to)}` : '以税务核定为准',
          },
          { name: '待遇开始', value: benefitsFrom ? dayWords(benefitsFrom) : '以医保部门核定为准' },
          ...(waitingMonths > 0 ? [{ name: '等待期', value: `${waitingMonths} 个月` }] : []),
          { name: '从您的账户付', value: figures(quote.fromAccountFen) },
          ...(quote.shortfallFen > 0
            ? [
                {
                  name: '还差',
                  value: <span className="figures short">{formatFen(quote.shortfallFen)}</span>,
                },
              ]
            : []),
        ]}
      />
      {late && (
        <Notice tone="warn" title="现在不在集中缴费期内">
          <p>
            {quote.member.name}缴费后
            {waitingMonths > 0 ? `有 ${waitingMonths} 个月等待期，等待期内不能报销` : '马上算起'}
            ，请看清“待遇开始”。
          </p>
        </Notice>
      )}
      <details className="more">
        <summary>{quote.member.name}的金额是怎么来的</summary>
        <Lines title="规则和依据" lines={quote.lines.filter(({ group }) => group !== 'payer')} />
      </details>
    </li>
  );
}

/** Whom the order goes on without, and why. */
const LeftOut = ({ left }: { left: OrderQuote['left'] }) =>
  left.map(({ member, coverageYear, message, remedy, paymentId }) => (
    <Notice key={member.personNo} tone="warn" title={`${member.name}（${coverageYear} 年度）这次不能缴`}>
      <p>{message}</p>
      <p>{remedy}</p>
      {paymentId && (
        <p>
          <Link href={`/premiums/${paymentId}`}>查看{member.name}的那一笔缴费</Link>
        </p>
      )}
    </Notice>
  ));

export function AmountsPage({ quote, chosen }: { quote: OrderQuote; chosen: Chosen[] }) {
  const [, navigate] = useLocation();
  const [rest, setRest] = useState<'cash' | 'stop' | null>(null);
  const [attempt, setAttempt] = useState(0);
  const short = quote.shortfallFen > 0;
  const problems = attempt > 0 && short && rest === null ? { rest: '余额不够，请选择差额怎么办。' } : {};
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (short && rest === null) setAttempt(attempt + 1);
    else if (rest === 'stop') navigate('/');
    else navigate(`/premium-together/confirm?who=${writeChosen(chosen)}${short ? '&rest=cash' : ''}`);
  };
  return (
    <Page
      title="核对金额"
      progress={{ names: togetherSteps, index: 1 }}
      back={{ href: `/premium-together?who=${writeChosen(chosen)}`, text: '上一步：选择家人' }}
    >
      <ErrorSummary problems={problems} attempt={attempt} />
      <LeftOut left={quote.left} />
      {quote.quotes.length === 0 ? (
        <div className="actions">
          <Link className="button button-main" href="/premium-together">
            重新选人
          </Link>
        </div>
      ) : (
        <form onSubmit={submit} noValidate>
          <ul className="plain-cards">
            {quote.quotes.map((one) => (
              <One key={one.quoteId} quote={one} />
            ))}
          </ul>
          <section className="block" aria-label="合计">
            <h2>{quote.quotes.length} 位合计</h2>
            <Facts
              items={[
                { name: '应缴', value: figures(quote.totalFen), strong: true },
                { name: '您的可共济余额', value: figures(quote.shareableFen) },
                { name: '职工医保个人账户付', value: figures(quote.fromAccountFen), strong: true },
                ...(short
                  ? [
                      {
                        name: '还差',
                        value: <span className="figures short">{formatFen(quote.shortfallFen)}</span>,
                        strong: true,
                      },
                    ]
                  : []),
              ]}
            />
          </section>
          {short && (
            <Choice
              id="rest"
              label={`还差 ${formatFen(quote.shortfallFen)}，怎么办？`}
              value={rest}
              onChange={setRest}
              error={problems.rest}
              options={[
                {
                  value: 'cash',
                  text: '差额用现金补足',
                  note: '确认后，到每一笔的支付页面付它的差额；付清以前，那一笔不会送到税务部门',
                },
                { value: 'stop', text: '先不缴了', note: '不扣一分钱，回到首页' },
              ]}
            />
          )}
          <div className="actions">
            <Button main submit>
              {rest === 'stop' ? '回到首页' : '下一步：确认缴费'}
            </Button>
          </div>
        </form>
      )}
    </Page>
  );
}
