// How much each person used in each year: bars for the eye, and the same figures as a table.
import { formatFen } from '../../lib/money.ts';
import type { Found } from './search.ts';

export function Years({ years, received }: { years: Found['years']; received: boolean }) {
  if (years.length === 0) return null;
  const mostFen = Math.max(1, ...years.flatMap(({ people }) => people.map(({ fen }) => fen)));
  const title = received ? '每年每位家人为我付了多少' : '每年每位家人用了多少';
  return (
    <section className="block">
      <h2>{title}</h2>
      <figure className="usage-figure">
        <div className="usage-bars" aria-hidden="true">
          {years.map(({ year, people }) => (
            <div key={year}>
              <p className="usage-year">{year} 年</p>
              {people.map(({ person, fen }) => (
                <div key={person.personNo} className="usage-bar">
                  <span>{person.name}</span>
                  <span className="usage-track">
                    <span style={{ inlineSize: `${Math.max(1, Math.round((fen / mostFen) * 100))}%` }} />
                  </span>
                </div>
              ))}
            </div>
          ))}
        </div>
        <table className="usage-table">
          <caption>下表是同样的数字，已减去退回的钱</caption>
          <thead>
            <tr>
              <th scope="col">年份</th>
              <th scope="col">家人</th>
              <th scope="col">金额</th>
            </tr>
          </thead>
          <tbody>
            {years.flatMap(({ year, people, totalFen }) => [
              ...people.map(({ person, fen }) => (
                <tr key={`${year}-${person.personNo}`}>
                  <td>{year} 年</td>
                  <td>{person.name}</td>
                  <td className="figures">{formatFen(fen)}</td>
                </tr>
              )),
              <tr key={year} className="usage-total">
                <th scope="row" colSpan={2}>
                  {year} 年合计
                </th>
                <td className="figures">{formatFen(totalFen)}</td>
              </tr>,
            ])}
          </tbody>
        </table>
      </figure>
    </section>
  );
}
