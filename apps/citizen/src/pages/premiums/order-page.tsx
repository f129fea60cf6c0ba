// Several payments that were begun together: each one's own state, kept fresh until all are final.
import type { Answer } from '@gongji/contract';
import { Link, useParams } from 'wouter';
import { useAnswer } from '../../api/hooks.ts';
import { formatFen } from '../../lib/money.ts';
import { Asked } from '../../parts/asked.tsx';
import { Facts } from '../../parts/facts.tsx';
import { Notice } from '../../parts/notice.tsx';
import { PersonCard } from '../../parts/person-card.tsx';
import { premiumTone, StateTag } from '../../parts/state-tag.tsx';
import { Page } from '../../shell/page.tsx';
import { SignedIn } from '../../shell/signed-in.tsx';

type Order = Answer<'getPremiumOrder'>;
type Payment = Order['payments'][number];

const isFinal = ({ state }: Payment) => state === 'paid' || state === 'returned';
const refreshMs = 3_000;

function Summary({ payments }: Order) {
  const count = (wanted: (payment: Payment) => boolean) => payments.filter(wanted).length;
  const paid = count(({ state }) => state === 'paid');
  const returned = count(({ state }) => state === 'returned' || state === 'returning');
  const waiting = count(({ state }) => state === 'awaiting-cash');
  const going = payments.length - paid - returned - waiting;
  const all = paid === payments.length;
  const parts = [
    paid > 0 && `${paid} 笔已缴成`,
    waiting > 0 && `${waiting} 笔还等您付差额`,
    going > 0 && `${going} 笔正在办理`,
    returned > 0 && `${returned} 笔没有缴成，没有缴成的钱会全部退回`,
  ].filter(Boolean);
  return (
    <Notice
      tone={all ? 'good' : returned + waiting > 0 ? 'warn' : 'plain'}
      title={all ? `${payments.length} 笔都已缴成` : `共 ${payments.length} 笔：${parts.join('，')}`}
      live
    >
      <p>
        {all
          ? '每位家人各有一张凭证，点开可以查看和下载。'
          : '每一笔各办各的，互不影响；关掉页面也会继续办，可随时从“缴费记录”回来看。'}
      </p>
    </Notice>
  );
}

const linkTexts: Record<Payment['state'], string> = {
  paid: '查看凭证',
  'awaiting-cash': '去付差额，或取消这一笔',
  sending: '查看进度',
  unknown: '查看进度',
  returning: '查看进度',
  returned: '查看经过和下一步',
};

const One = ({ payment }: { payment: Payment }) => (
  <li>
    <PersonCard person={payment.member} role="参保人（被共济人）" check={false} />
    <p className="record-row order-state">
      <span className="figures record-fen">{formatFen(payment.amountFen)}</span>
      <StateTag tone={premiumTone[payment.state]}>{payment.stateText}</StateTag>
    </p>
    {!isFinal(payment) && <p>{payment.nextText}</p>}
    <Link className="button button-wide" href={`/premiums/${payment.paymentId}`}>
      {payment.member.name}：{linkTexts[payment.state]}
    </Link>
  </li>
);

const Shown = ({ order }: { order: Order }) => (
  <>
    <Summary {...order} />
    <ul className="plain-cards">
      {order.payments.map((payment) => (
        <One key={payment.paymentId} payment={payment} />
      ))}
    </ul>
    <Facts
      items={[
        { name: '付款人', value: `${order.payer.name}（${order.payer.areaName}）` },
        {
          name: '应缴合计',
          value: <span className="figures">{formatFen(order.totalFen)}</span>,
          strong: true,
        },
        {
          name: '其中职工医保个人账户',
          value: <span className="figures">{formatFen(order.fromAccountFen)}</span>,
        },
        ...(order.cashFen > 0
          ? [{ name: '其中现金', value: <span className="figures">{formatFen(order.cashFen)}</span> }]
          : []),
      ]}
    />
  </>
);

function OrderOf({ orderId }: { orderId: string }) {
  const order = useAnswer(
    'getPremiumOrder',
    { orderId },
    { pollMs: (shown) => (shown && !shown.payments.every(isFinal) ? refreshMs : false) },
  );
  return (
    <Page title="缴费结果" back={{ href: '/premiums', text: '缴费记录' }}>
      <Asked query={order} waiting="正在读取这几笔缴费…">
        {(shown) => <Shown order={shown} />}
      </Asked>
    </Page>
  );
}

export default function OrderPage() {
  const { orderId } = useParams<{ orderId: string }>();
  return <SignedIn>{() => <OrderOf orderId={orderId} />}</SignedIn>;
}
