// What has happened to the application so far, as the citizen sees it too.
import type { Application } from '@gongji/contract';
import { formatInstant } from '../shared/time.ts';

type Step = Application['timeline'][number];

const actorWords: Record<Step['actor'], string> = {
  person: '参保人',
  helper: '代办人',
  staff: '经办机构',
  system: '系统',
  outside: '外部单位',
};

export function Timeline({ steps }: { steps: Step[] }) {
  return (
    <section className="card" aria-labelledby="timeline-title">
      <h2 id="timeline-title">办理经过</h2>
      <ol className="timeline">
        {steps.map((step, index) => (
          <li key={`${step.at}-${index}`}>
            <span>{step.text}</span>
            <span className="quiet">
              {actorWords[step.actor]} · {formatInstant(step.at)}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
