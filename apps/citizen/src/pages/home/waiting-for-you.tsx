// What waits for the person: an order to pay, a binding to agree to, asked-for material and payments that await cash.
import { Link } from 'wouter';
import { useAnswer } from '../../api/hooks.ts';
import { formatFen } from '../../lib/money.ts';

export function WaitingForYou() {
  const applications = useAnswer('listApplications');
  const requests = useAnswer('listMemberRequests');
  const family = useAnswer('listFamilyAccount');
  const payments = useAnswer('listPremiums');
  const orders = useAnswer('listOnlineOrders');
  const asked = applications.data?.items.filter(({ state }) => state === 'more-requested') ?? [];
  const unpaid = payments.data?.items.filter(({ state }) => state === 'awaiting-cash') ?? [];
  const toPay = orders.data?.items.filter(({ isPayable }) => isPayable) ?? [];
  const toAgree = requests.data?.items ?? [];
  const toShow = family.data?.heldBy.filter(({ state }) => state === 'asked') ?? [];
  if (toAgree.length + toShow.length + asked.length + unpaid.length + toPay.length === 0) return null;
  return (
    <section className="notice notice-warn" aria-labelledby="waiting">
      <h2 id="waiting" className="notice-title">
        有事情等您办
      </h2>
      <ul className="plain-list">
        {toPay.map((order) => (
          <li key={order.orderId}>
            <Link href={`/orders/${order.orderId}`}>
              {order.institutionName}
              {order.patient.isOwn ? '' : `（${order.patient.name}）`}：订单 {formatFen(order.totalFen)}
              ，等您确认付款
            </Link>
          </li>
        ))}
        {toAgree.map(({ applicationId, giver }) => (
          <li key={applicationId}>
            <Link href={`/confirm/${applicationId}`}>{giver.name}想让您用他的个人账户：请您同意或不同意</Link>
          </li>
        ))}
        {toShow.map(({ linkId, person }) => (
          <li key={linkId}>
            <Link href="/family-account">
              {person.name}想在亲情账户里代您出示医保码（不涉及钱）：请您同意或不同意
            </Link>
          </li>
        ))}
        {asked.map((application) => (
          <li key={application.applicationId}>
            <Link href={`/applications/${application.applicationId}`}>
              绑定{application.member.name}：请补充材料
            </Link>
          </li>
        ))}
        {unpaid.map((payment) => (
          <li key={payment.paymentId}>
            <Link href={`/premiums/${payment.paymentId}`}>
              {payment.member.name} {payment.coverageYear} 年度缴费：差额还没有付
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
