// What has happened, the latest first.
import type { Answer } from '@gongji/contract';
import { instantWords } from '../lib/date.ts';

type Step = Answer<'getApplication'>['timeline'][number];

const actors: Record<Step['actor'], string> = {
  person: '您',
  helper: '代办人',
  staff: '医保经办人员',
  system: '系统',
  outside: '外部系统',
};

interface TimelineProps {
  steps: Step[];
  title: string;
  /** The sentences say themselves who acted. */
  anonymous?: boolean;
}

export const Timeline = ({ steps, title, anonymous = false }: TimelineProps) => (
  <section className="block">
    <h2>{title}</h2>
    <ol className="timeline" reversed>
      {steps.toReversed().map((step, index) => (
        <li key={`${step.at} ${step.kind} ${index}`}>
          <p className="timeline-text">{step.text}</p>
          <p className="timeline-when">
            {instantWords(step.at)}
            {!anonymous && ` · ${actors[step.actor]}`}
          </p>
        </li>
      ))}
    </ol>
  </section>
);
