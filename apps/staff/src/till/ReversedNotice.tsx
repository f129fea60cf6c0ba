// Says that a settlement was given back, and what the cashier has to hand out.
import type { Settlement } from '@gongji/contract';
import { formatFen } from '../shared/money.ts';

export function ReversedNotice({ settlement }: { settlement: Settlement | null }) {
  const cashFen = settlement?.result.cashFen ?? 0;
  return (
    <div role="status">
      {settlement && (
        <p className="notice">
          {settlement.patient.name} 的结算已退费，账户和基金的钱都已退回。
          <strong>{cashFen > 0 ? `请退给参保人现金 ${formatFen(cashFen)}。` : '没有现金要退。'}</strong>
        </p>
      )}
    </div>
  );
}
