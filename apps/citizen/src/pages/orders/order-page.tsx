// One online order: who pays how much of it, and the patient's confirmation.
import type { Answer } from '@gongji/contract';
import { useParams } from 'wouter';
import { useAct, useAnswer } from '../../api/hooks.ts';
import { clockOf, instantWords } from '../../lib/date.ts';
import { formatFen } from '../../lib/money.ts';
import { Asked } from '../../parts/asked.tsx';
import { Button } from '../../parts/button.tsx';
import { Facts } from '../../parts/facts.tsx';
import { Notice } from '../../parts/notice.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { Page } from '../../shell/page.tsx';
import { SignedIn } from '../../shell/signed-in.tsx';

type Order = Answer<'getOnlineOrder'>;

/** How often a waiting order is asked again, in ms: its 30 minutes run out without anybody telling. */
const pollMs = 10_000;

const paidStates: readonly Order['state'][] = ['insurance-paid', 'settled-at-the-institution', 'completed'];
const fromAccountsFen = ({ fundFen, ownAccountFen, sharedFen }: Order) => fundFen + ownAccountFen + sharedFen;

function What({ order }: { order: Order }) {
  const { state, cashFen, institutionName } = order;
  if (order.isPayable) {
    return (
      <Notice tone="warn" title="等您确认付款">
        <p>请先看清下面的金额。{clockOf(order.payBefore)} 以后，金额要由医院或药店重新算。</p>
      </Notice>
    );
  }
  if (state === 'over') {
    return (
      <Notice tone="plain" title="这个订单已过期，没有扣钱" live>
        <p>请联系{institutionName}重新上传订单，再来确认。</p>
      </Notice>
    );
  }
  if (paidStates.includes(state)) {
    return (
      <Notice tone="good" title="付款成功" live>
        <p>
          医保和个人账户一共付了 {formatFen(fromAccountsFen(order))}，已经通知{institutionName}。
          {state === 'insurance-paid' && cashFen > 0
            ? `还差 ${formatFen(cashFen)} 没有走医保，请按${institutionName}的提示另外付。`
            : ''}
        </p>
      </Notice>
    );
  }
  if (state === 'withdrawn') {
    return (
      <Notice tone="plain" title={`${institutionName}撤销了这个订单`} live>
        <p>没有扣钱，不用再办。</p>
      </Notice>
    );
  }
  return (
    <Notice tone="plain" title={order.stateText} live>
      <p>医保和个人账户的退款已经原路退回；现金的退款由{institutionName}办理。</p>
    </Notice>
  );
}

function Money({ order }: { order: Order }) {
  const { totalFen, fundFen, ownAccountFen, sharedFen, cashFen, patient } = order;
  const fen = (value: number) => <span className="figures">{formatFen(value)}</span>;
  return (
    <section className="block">
      <h2>{order.isPayable ? '各付多少' : '各付了多少'}</h2>
      <Facts
        items={[
          { name: '总费用', value: fen(totalFen), strong: true },
          { name: '医保基金付', value: fen(fundFen) },
          { name: `${patient.name}的个人账户付`, value: fen(ownAccountFen) },
          { name: '家人的共济账户付', value: fen(sharedFen) },
          { name: '还要另外付（现金、微信等）', value: fen(cashFen) },
        ]}
      />
    </section>
  );
}

function About({ order }: { order: Order }) {
  const { patient, institutionName, uploadedAt, paidAt, lines, orderId } = order;
  return (
    <>
      <section className="block">
        <h2>订单</h2>
        <Facts
          items={[
            { name: '看病的人', value: patient.isOwn ? `${patient.name}（您本人）` : patient.name },
            { name: '医院或药店', value: institutionName },
            { name: '上传时间', value: instantWords(uploadedAt) },
            ...(paidAt ? [{ name: '付款时间', value: instantWords(paidAt) }] : []),
            { name: '订单号', value: <span className="figures long">{orderId}</span> },
          ]}
        />
      </section>
      {lines.length > 0 && (
        <section className="block">
          <h2>费用明细</h2>
          <ul className="lines">
            {lines.map(({ name, fen }, index) => (
              <li key={`${name} ${index}`}>
                <div className="lines-row">
                  <span>{name}</span>
                  <span className="figures lines-fen">{formatFen(fen)}</span>
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Shown({ order }: { order: Order }) {
  const act = useAct('payOnlineOrder');
  const pay = () => act.mutate({ params: { orderId: order.orderId }, body: {} });
  const accountsFen = order.ownAccountFen + order.sharedFen;
  return (
    <>
      <What order={order} />
      <Money order={order} />
      {act.isError && <ProblemNotice acted problem={act.error} onRetry={pay} />}
      {order.isPayable && (
        <>
          <p>
            确认后，从个人账户{order.sharedFen > 0 ? '和家人的共济账户' : ''}付 {formatFen(accountsFen)}
            ，医保基金付 {formatFen(order.fundFen)}。金额和上面不一样时，一分钱也不会扣。
          </p>
          <div className="actions">
            <Button main onPress={pay} working={act.isPending && '正在付款，请稍候…'}>
              确认付款
            </Button>
          </div>
        </>
      )}
      <About order={order} />
    </>
  );
}

function One({ orderId }: { orderId: string }) {
  const query = useAnswer(
    'getOnlineOrder',
    { orderId },
    { pollMs: (order) => (order?.isPayable ? pollMs : false) },
  );
  return (
    <Page title="线上订单" back={{ href: '/orders', text: '线上订单' }}>
      <Asked query={query} waiting="正在读取这个订单…">
        {(order) => <Shown order={order} />}
      </Asked>
    </Page>
  );
}

export default function OnlineOrderPage() {
  const { orderId } = useParams<{ orderId: string }>();
  return <SignedIn>{() => <One orderId={orderId} />}</SignedIn>;
}
