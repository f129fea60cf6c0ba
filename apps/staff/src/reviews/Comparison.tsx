// What was filled in beside what the registries say; differences stand out.
import type { ReviewCase } from '@gongji/contract';

type Row = ReviewCase['comparison'][number];

const outcomeWords: Record<Row['outcome'], string> = { same: '一致', different: '不一致', unknown: '查不到' };
const outcomeClass: Record<Row['outcome'], string> = {
  same: 'outcome-passed',
  different: 'outcome-failed',
  unknown: 'outcome-unsure',
};

export function Comparison({ rows }: { rows: Row[] }) {
  return (
    <section className="card" aria-labelledby="comparison-title">
      <h2 id="comparison-title">填写与登记比对</h2>
      {rows.length === 0 ? (
        <p className="quiet">没有可以比对的登记信息。</p>
      ) : (
        <table className="comparison">
          <thead>
            <tr>
              <th scope="col">项目</th>
              <th scope="col">填写</th>
              <th scope="col">登记</th>
              <th scope="col">比对</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.label} className={`comparison-${row.outcome}`}>
                <th scope="row">{row.label}</th>
                <td>{row.answered}</td>
                <td>{row.registered === '' ? '—' : row.registered}</td>
                <td>
                  <span className={`outcome ${outcomeClass[row.outcome]}`}>{outcomeWords[row.outcome]}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
