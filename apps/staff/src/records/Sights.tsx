// Who looked at the record.
import type { RecordSight } from '@gongji/contract';
import { formatInstant } from '../shared/time.ts';

export function Sights({ sights }: { sights: RecordSight[] }) {
  return (
    <section className="card" aria-labelledby="sights-title">
      <h2 id="sights-title">谁看过</h2>
      {sights.length === 0 && <p className="quiet">还没有人看过。</p>}
      <ol className="record-steps record-sights">
        {sights.map((sight, index) => (
          <li key={`${sight.at}-${index}`}>
            <span>
              {sight.by}：{sight.text}
              {sight.reason && <span className="quiet">（{sight.reason}）</span>}
            </span>
            <span className="quiet">{formatInstant(sight.at)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
