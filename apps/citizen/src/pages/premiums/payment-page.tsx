// One payment: its true state, kept fresh until it is final; the receipt when it is paid.
import type { Answer } from '@gongji/contract';
import { useState } from 'react';
import { Link, useParams } from 'wouter';
import { useAct, useAnswer } from '../../api/hooks.ts';
import { dayWords, instantWords } from '../../lib/date.ts';
import { formatFen } from '../../lib/money.ts';
import { AssessedTag } from '../../parts/assessed-tag.tsx';
import { Asked } from '../../parts/asked.tsx';
import { Button } from '../../parts/button.tsx';
import { Facts } from '../../parts/facts.tsx';
import { Lines } from '../../parts/lines.tsx';
import { Notice } from '../../parts/notice.tsx';
import { PersonCard } from '../../parts/person-card.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { Timeline } from '../../parts/timeline.tsx';
import { platformOf } from '../../platform/current.ts';
import { openWithTicket } from '../../platform/ticket.ts';
import { Page } from '../../shell/page.tsx';
import { SignedIn } from '../../shell/signed-in.tsx';
import { Receipt } from './receipt.tsx';

type Payment = Answer<'getPremium'>;

const noticeTones = {
  'awaiting-cash': 'warn',
  sending: 'plain',
  unknown: 'warn',
  paid: 'good',
  returning: 'plain',
  returned: 'warn',
} as const satisfies Record<Payment['state'], 'good' | 'plain' | 'warn'>;

/** Milliseconds until the state is asked again. */
const pollMs: Record<Payment['state'], number | false> = {
  'awaiting-cash': 5_000,
  sending: 2_000,
  unknown: 5_000,
  paid: false,
  returning: 3_000,
  returned: false,
};

const platform = platformOf(navigator.userAgent);

/** Where a host has its own cashier; whether it was paid is told by the server, as always. */
function NativePay({ payment }: { payment: Payment }) {
  const [problem, setProblem] = useState<unknown>(null);
  const [opening, setOpening] = useState(false);
  const pay = () => {
    setOpening(true);
    setProblem(null);
    openWithTicket(platform, { kind: 'pay', paymentId: payment.paymentId })
      .catch(setProblem)
      .finally(() => setOpening(false));
  };
  return (
    <>
      {problem !== null && <ProblemNotice acted problem={problem} onRetry={pay} />}
      <Button main onPress={pay} working={opening && '正在打开收银台…'}>
        去支付差额 {formatFen(payment.cashFen)}
      </Button>
    </>
  );
}

function CashActions({ payment }: { payment: Payment }) {
  const cancel = useAct('cancelPremium');
  const stop = () => cancel.mutate({ params: { paymentId: payment.paymentId }, body: {} });
  return (
    <>
      {cancel.isError && <ProblemNotice acted problem={cancel.error} onRetry={stop} />}
      <div className="actions">
        {payment.cashPayUrl && platform.open && <NativePay payment={payment} />}
        {payment.cashPayUrl && !platform.open && (
          <a className="button button-main" href={payment.cashPayUrl}>
            去支付差额 {formatFen(payment.cashFen)}
          </a>
        )}
        <Button onPress={stop} working={cancel.isPending && '正在取消…'}>
          不缴了，取消这笔缴费
        </Button>
      </div>
    </>
  );
}

function Money({ payment }: { payment: Payment }) {
  return (
    <section className="block">
      <h2>缴费信息</h2>
      <Facts
        items={[
          { name: '缴费项目', value: `${payment.coverageYear} 年度城乡居民医保费` },
          {
            name: '金额',
            value: (
              <>
                <span className="figures">{formatFen(payment.amountFen)}</span>
                <AssessedTag amountFrom={payment.amountFrom} />
              </>
            ),
            strong: true,
          },
          {
            name: '职工医保个人账户付',
            value: <span className="figures">{formatFen(payment.fromAccountFen)}</span>,
          },
          ...(payment.cashFen > 0
            ? [{ name: '现金补足', value: <span className="figures">{formatFen(payment.cashFen)}</span> }]
            : []),
          {
            name: '待遇开始',
            value: payment.benefitsFrom ? dayWords(payment.benefitsFrom) : '以医保部门核定为准',
          },
          { name: '缴费编号', value: <span className="figures long">{payment.paymentId}</span> },
          { name: '提交时间', value: instantWords(payment.createdAt) },
        ]}
      />
    </section>
  );
}

function Shown({ payment }: { payment: Payment }) {
  return (
    <>
      <Notice tone={noticeTones[payment.state]} title={payment.stateText} live>
        <p>{payment.nextText}</p>
      </Notice>
      {payment.state === 'awaiting-cash' && <CashActions payment={payment} />}
      {payment.state === 'paid' && <Receipt payment={payment} />}
      {payment.state !== 'paid' && (
        <>
          <PersonCard person={payment.member} role="参保人（被共济人）" check={false} />
          <Money payment={payment} />
        </>
      )}
      {payment.canPayAgain && (
        <div className="actions">
          <Link
            className="button button-main"
            href={`/premium/${encodeURIComponent(payment.member.personNo)}/${payment.coverageYear}`}
          >
            重新缴费
          </Link>
        </div>
      )}
      <div className="no-print">
        {payment.orderId && (
          <p>
            <Link href={`/premium-orders/${payment.orderId}`} className="link-alone">
              查看一起缴的另外几笔
            </Link>
          </p>
        )}
        <Timeline steps={payment.timeline} title="办理经过" />
        <Lines title="金额是怎么来的" lines={payment.lines.filter(({ group }) => group !== 'payer')} />
      </div>
    </>
  );
}

function One({ paymentId }: { paymentId: string }) {
  const payment = useAnswer(
    'getPremium',
    { paymentId },
    { pollMs: (shown) => (shown ? pollMs[shown.state] : false) },
  );
  return (
    <Page
      title={payment.data?.state === 'paid' ? '缴费凭证' : '缴费状态'}
      back={{ href: '/premiums', text: '缴费记录' }}
    >
      <Asked query={payment} waiting="正在读取这笔缴费…">
        {(shown) => <Shown payment={shown} />}
      </Asked>
    </Page>
  );
}

export default function PaymentPage() {
  const { paymentId } = useParams<{ paymentId: string }>();
  return <SignedIn>{() => <One paymentId={paymentId} />}</SignedIn>;
}
