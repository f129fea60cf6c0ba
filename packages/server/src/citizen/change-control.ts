// Changes what a member may use: limits, purposes, days.
import { keyedRoute } from '../edge/route.ts';

export const changeControl = keyedRoute(
  'changeControl',
  'person',
  ({ services, context, params, body, key }) =>
    services.relation.changeControl(context, params.relationId, body, key),
);
