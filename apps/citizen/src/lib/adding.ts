// Whether one more family member can be added, known before anything is filled in.
import type { Answer } from '@gongji/contract';

const openStates: ReadonlySet<string> = new Set([
  'submitted',
  'awaiting-member',
  'in-review',
  'more-requested',
]);

interface Adding {
  cannotGiveReason: string | null;
  memberLimit: number | null;
  relations: Answer<'listRelations'>['given'];
  applications: Answer<'listApplications'>['items'];
}

/** Why nobody can be added now, and what to do; null when somebody can. */
export function addingObstacle(adding: Adding): string | null {
  if (adding.cannotGiveReason !== null) return adding.cannotGiveReason;
  const bound = adding.relations.filter(({ state }) => state === 'active').length;
  const underWay = adding.applications.filter(({ state }) => openStates.has(state)).length;
  if (adding.memberLimit === null || bound + underWay < adding.memberLimit) return null;
  return `已绑定和正在办理的家人共 ${bound + underWay} 位，达到上限 ${adding.memberLimit} 位。请先解绑一位不再需要的家人，再来添加。`;
}
