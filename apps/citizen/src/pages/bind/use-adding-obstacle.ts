// Asks what decides whether one more family member can be added.
import { useAnswer } from '../../api/hooks.ts';
import { addingObstacle } from '../../lib/adding.ts';

/** Why nobody can be added now; null when somebody can; undefined while it is not known. */
export function useAddingObstacle(area: string): string | null | undefined {
  const me = useAnswer('getMe');
  const guide = useAnswer('getGuide', { area });
  const relations = useAnswer('listRelations');
  const applications = useAnswer('listApplications');
  if (me.data?.cannotGiveReason) return me.data.cannotGiveReason;
  if (!me.data || !guide.data || !relations.data || !applications.data) return undefined;
  return addingObstacle({
    cannotGiveReason: null,
    memberLimit: guide.data.memberLimit,
    relations: relations.data.given,
    applications: applications.data.items,
  });
}
