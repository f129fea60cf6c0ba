// Ends a relation of the person at the window, who signed for it.
import { keyedRoute } from '../edge/route.ts';

export const endAtWindow = keyedRoute(
  'endAtWindow',
  'window.work',
  ({ services, context, params, body, key }) =>
    services.window.end(context, params.personNo, params.relationId, body, key),
);
