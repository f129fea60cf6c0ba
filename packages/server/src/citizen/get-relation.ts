// One relation with its control and history, to giver or member.
import { route } from '../edge/route.ts';

export const getRelation = route('getRelation', 'person', ({ services, context, params }) =>
  services.relation.get(context, params.relationId),
);
