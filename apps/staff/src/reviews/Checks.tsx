// The automatic checks: what came out, who was asked and when; what needs a look comes first.
import type { Application } from '@gongji/contract';
import { formatInstant } from '../shared/time.ts';

type Check = Application['checks'][number];

const rank: Record<Check['outcome'], number> = { failed: 0, unsure: 1, passed: 2 };
const words: Record<Check['outcome'], string> = { passed: '通过', failed: '不符', unsure: '待核' };

export function Checks({ checks }: { checks: Check[] }) {
  const sorted = checks.toSorted((left, right) => rank[left.outcome] - rank[right.outcome]);
  return (
    <section className="card" aria-labelledby="checks-title">
      <h2 id="checks-title">自动核验</h2>
      <ul className="checks">
        {sorted.map((check) => (
          <li key={check.code}>
            <span className={`outcome outcome-${check.outcome}`}>{words[check.outcome]}</span>
            <span>{check.text}</span>
            <span className="quiet check-source">
              {check.source} · {formatInstant(check.at)}
            </span>
          </li>
        ))}
      </ul>
      {checks.length === 0 && <p className="quiet">这件申请没有自动核验记录，请逐项人工核对。</p>}
    </section>
  );
}
