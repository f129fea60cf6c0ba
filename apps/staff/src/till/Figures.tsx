// Who pays how much, in large figures.
import type { TillQuote } from '@gongji/contract';
import { formatFen } from '../shared/money.ts';

export function Figures({ result, cashLabel }: { result: TillQuote['result']; cashLabel: string }) {
  const figures: [string, number, string][] = [
    ['基金支付', result.fundFen, ''],
    ['本人账户', result.ownAccountFen, ''],
    ['亲属共济', result.sharedFen, ''],
    [cashLabel, result.cashFen, 'figure-cash'],
  ];
  return (
    <dl className="figures">
      {figures.map(([label, fen, className]) => (
        <div key={label} className={`figure ${fen === 0 ? 'figure-zero' : ''} ${className}`}>
          <dt>{label}</dt>
          <dd>{formatFen(fen)}</dd>
        </div>
      ))}
    </dl>
  );
}
