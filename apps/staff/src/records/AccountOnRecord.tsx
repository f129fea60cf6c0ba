// A person's account: its parts by year, and the last movements with the record behind each.
import type { RecordAccount } from '@gongji/contract';
import { Link } from 'wouter';
import { formatFen } from '../shared/money.ts';
import { formatDate } from '../shared/time.ts';

export function AccountOnRecord({ account }: { account: RecordAccount }) {
  return (
    <section className="card" aria-labelledby="account-title">
      <h2 id="account-title">个人账户</h2>
      <div className="record-table" tabIndex={0} role="region" aria-label="各年资金">
        <table>
          <thead>
            <tr>
              <th scope="col">资金年份</th>
              <th scope="col" className="number">
                余额
              </th>
              <th scope="col" className="number">
                其中冻结
              </th>
              <th scope="col" className="number">
                可用
              </th>
            </tr>
          </thead>
          <tbody>
            {account.parts.map((part) => (
              <tr key={part.partYear}>
                <td>{part.partYear} 年</td>
                <td className="number">{formatFen(part.netFen)}</td>
                <td className="number">{formatFen(part.heldFen)}</td>
                <td className="number">{formatFen(part.availableFen)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {account.lines.length === 0 ? (
        <p className="quiet">账户没有变动。</p>
      ) : (
        <div className="record-table record-movements" tabIndex={0} role="region" aria-label="账户变动">
          <table>
            <caption>账户变动，最新的在前</caption>
            <thead>
              <tr>
                <th scope="col">日期</th>
                <th scope="col">事项</th>
                <th scope="col">资金年份</th>
                <th scope="col" className="number">
                  金额
                </th>
                <th scope="col" className="number">
                  该年余额
                </th>
                <th scope="col">业务编号</th>
              </tr>
            </thead>
            <tbody>
              {account.lines.map((line) => (
                <tr key={`${line.journalId}-${line.partYear}`}>
                  <td>{formatDate(line.businessDate)}</td>
                  <td>{line.text}</td>
                  <td>{line.partYear} 年</td>
                  <td className="number">{formatFen(line.amountFen)}</td>
                  <td className="number">{formatFen(line.balanceAfterFen)}</td>
                  <td className="breakable">
                    {line.record ? (
                      <Link href={`/records/${line.record.kind}/${line.record.id}`}>{line.reference}</Link>
                    ) : (
                      line.reference
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
