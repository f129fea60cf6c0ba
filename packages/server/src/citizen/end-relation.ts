// Unbinds a relative, or leaves a relation.
import { keyedRoute } from '../edge/route.ts';

export const endRelation = keyedRoute('endRelation', 'person', ({ services, context, params, body, key }) =>
  services.relation.end(context, params.relationId, body, key),
);
