// 缴费记录: every premium payment of the person.
import { Link } from 'wouter';
import { useAnswer } from '../../api/hooks.ts';
import { dayOf, dayWords } from '../../lib/date.ts';
import { formatFen } from '../../lib/money.ts';
import { Asked } from '../../parts/asked.tsx';
import { premiumTone, StateTag } from '../../parts/state-tag.tsx';
import { Page } from '../../shell/page.tsx';
import { SignedIn } from '../../shell/signed-in.tsx';

function List() {
  const payments = useAnswer('listPremiums');
  return (
    <Asked query={payments} waiting="正在读取缴费记录…">
      {({ items }) =>
        items.length === 0 ? (
          <>
            <p className="empty">还没有缴费记录。</p>
            <div className="actions">
              <Link className="button button-main" href="/premium">
                去缴费
              </Link>
            </div>
          </>
        ) : (
          <ul className="records">
            {items.map((payment) => (
              <li key={payment.paymentId}>
                <Link href={`/premiums/${payment.paymentId}`} className="record">
                  <span className="record-row">
                    <span className="record-name">
                      {payment.member.name} · {payment.coverageYear} 年度
                    </span>
                    <span className="figures record-fen">{formatFen(payment.amountFen)}</span>
                  </span>
                  <span className="record-row record-row-wraps">
                    <span className="record-note">
                      {dayWords(dayOf(payment.createdAt))} · {payment.member.areaName}
                    </span>
                    <StateTag tone={premiumTone[payment.state]}>{payment.stateText}</StateTag>
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        )
      }
    </Asked>
  );
}

export default function PaymentListPage() {
  return (
    <SignedIn>
      {() => (
        <Page title="缴费记录" back={{ href: '/', text: '首页' }}>
          <List />
        </Page>
      )}
    </SignedIn>
  );
}
