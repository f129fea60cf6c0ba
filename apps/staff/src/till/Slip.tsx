// The slip of a settlement, on the page and on paper.
import type { Settlement } from '@gongji/contract';
import { formatFen } from '../shared/money.ts';
import { formatInstant } from '../shared/time.ts';

interface SlipProps {
  settlement: Settlement;
  cashierName: string;
  isDemo: boolean;
}

export function Slip({ settlement, cashierName, isDemo }: SlipProps) {
  const { institution, patient, result, reversal } = settlement;
  const amounts: [string, number][] = [
    ['总费用', result.totalFen],
    ['统筹基金支付', result.fundFen],
    ['本人个人账户支付', result.ownAccountFen],
    ['亲属共济账户支付', result.sharedFen],
    ['现金支付', result.cashFen],
  ];
  const facts: [string, string][] = [
    ['医药机构', `${institution.name}（${institution.code}）`],
    ['参保人', patient.name],
    ['身份证号码', patient.maskedIdNumber],
    ['结算编号', settlement.settlementId],
    ['结算时间', formatInstant(settlement.at)],
    ['本人账户余额', formatFen(result.ownAccountAfterFen)],
    ['本年起付线累计', formatFen(result.yearToDate.deductibleFen)],
    ['本年基金已付', formatFen(result.yearToDate.fundPaidFen)],
  ];
  return (
    <article className="slip">
      <h2>基本医疗保险门诊结算单</h2>
      {reversal && (
        <p className="slip-reversed">
          已退费：{formatInstant(reversal.at)}，原因：{reversal.reason}
        </p>
      )}
      <dl className="facts">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <table className="slip-amounts">
        <tbody>
          {amounts.map(([label, fen]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td className="number">{formatFen(fen)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="slip-foot">
        <span>收费员：{cashierName}</span>
        <span>参保人签字：</span>
        {isDemo && <span className="slip-demo">演示环境打印，不作凭证</span>}
      </p>
    </article>
  );
}
