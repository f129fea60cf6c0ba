// The agency's own steps in the case, which the citizen doesn't see.
import type { ReviewCase } from '@gongji/contract';
import { formatInstant } from '../shared/time.ts';

export function InnerSteps({ steps }: { steps: ReviewCase['innerSteps'] }) {
  if (steps.length === 0) return null;
  return (
    <section className="card" aria-labelledby="inner-title">
      <h2 id="inner-title">内部记录（参保人看不到）</h2>
      <ol className="timeline">
        {steps.map((step, index) => (
          <li key={`${step.at}-${index}`}>
            <span>{step.text}</span>
            <span className="quiet">
              {step.by} · {formatInstant(step.at)}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
