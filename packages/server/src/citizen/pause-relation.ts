// Pauses a member's use of the account at once, or lets it go on.
import { keyedRoute } from '../edge/route.ts';

export const pauseRelation = keyedRoute(
  'pauseRelation',
  'person',
  ({ services, context, params, body, key }) =>
    services.relation.pause(context, params.relationId, body, key),
);
