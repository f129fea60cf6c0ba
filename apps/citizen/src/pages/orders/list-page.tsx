// 线上订单: what hospitals and pharmacies sent to be paid, for the person and the children in the person's care.
import { Link } from 'wouter';
import { useAnswer } from '../../api/hooks.ts';
import { instantWords } from '../../lib/date.ts';
import { formatFen } from '../../lib/money.ts';
import { Asked } from '../../parts/asked.tsx';
import { orderTone, StateTag } from '../../parts/state-tag.tsx';
import { Page } from '../../shell/page.tsx';
import { SignedIn } from '../../shell/signed-in.tsx';

function List() {
  const orders = useAnswer('listOnlineOrders');
  return (
    <Asked query={orders} waiting="正在读取订单…">
      {({ items }) =>
        items.length === 0 ? (
          <p className="empty">还没有订单。在医院或药店的手机服务里开单后，会出现在这里。</p>
        ) : (
          <ul className="records">
            {items.map((order) => (
              <li key={order.orderId}>
                <Link href={`/orders/${order.orderId}`} className="record">
                  <span className="record-row">
                    <span className="record-name">{order.institutionName}</span>
                    <span className="figures record-fen">{formatFen(order.totalFen)}</span>
                  </span>
                  <span className="record-row record-row-wraps">
                    <span className="record-note">
                      {order.patient.name} · {instantWords(order.uploadedAt)}
                    </span>
                    <StateTag tone={orderTone[order.state]}>{order.stateText}</StateTag>
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

export default function OrderListPage() {
  return (
    <SignedIn>
      {() => (
        <Page title="线上订单" back={{ href: '/', text: '首页' }}>
          <List />
        </Page>
      )}
    </SignedIn>
  );
}
