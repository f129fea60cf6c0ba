// What was done, each action with what it changed.
import type { RecordChange, RecordStep } from '@gongji/contract';
import { formatInstant } from '../shared/time.ts';

export function History({ steps }: { steps: RecordStep[] }) {
  return (
    <section className="card" aria-labelledby="history-title">
      <h2 id="history-title">办理经过</h2>
      {steps.length === 0 && <p className="quiet">还没有办理过什么。</p>}
      <ol className="record-steps">
        {steps.map((step, index) => (
          <li key={`${step.at}-${index}`}>
            <p>
              <strong>{step.text}</strong> <Changes changes={step.changes} />
            </p>
            {step.words && <p>说明：{step.words}</p>}
            <p className="quiet">
              {step.by} · {step.channel} · {formatInstant(step.at)}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** `单次上限 不限 → 200.00 元`, or the fact alone where nothing was before. */
export function Changes({ changes }: { changes: RecordChange[] }) {
  if (changes.length === 0) return null;
  return (
    <span className="record-changes">
      {changes.map(({ label, before, after }) => (
        <span key={label}>
          {label}{' '}
          {before !== null && (
            <>
              <del>
                <span className="visually-hidden">原为</span>
                {before}
              </del>{' '}
            </>
          )}
          <span>
            {before !== null && <span className="visually-hidden">改为</span>}
            {after}
          </span>
        </span>
      ))}
    </span>
  );
}
