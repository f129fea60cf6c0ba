// What waits for the person: asked-for material and payments that await cash.
import { Link } from 'wouter';
import { useAnswer } from '../../api/hooks.ts';

export function WaitingForYou() {
  const applications = useAnswer('listApplications');
  const payments = useAnswer('listPremiums');
  const asked = applications.data?.items.filter(({ state }) => state === 'more-requested') ?? [];
  const unpaid = payments.data?.items.filter(({ state }) => state === 'awaiting-cash') ?? [];
  if (asked.length + unpaid.length === 0) return null;
  return (
    <section className="notice notice-warn" aria-labelledby="waiting">
      <h2 id="waiting" className="notice-title">
        有事情等您办
      </h2>
      <ul className="plain-list">
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
