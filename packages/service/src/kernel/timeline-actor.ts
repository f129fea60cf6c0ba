// Who acted, as a person's own timelines say it.
import type { TimelineStep } from '@gongji/contract';
import type { Actor } from './context.ts';

/** What an action keeps when a helper did it. */
export interface HelpedPayload {
  delegationId?: string;
}

export function timelineActor(
  actorKind: Actor['kind'],
  { delegationId }: HelpedPayload,
): TimelineStep['actor'] {
  if (actorKind === 'institution') return 'outside';
  return actorKind === 'person' && delegationId !== undefined ? 'helper' : actorKind;
}
