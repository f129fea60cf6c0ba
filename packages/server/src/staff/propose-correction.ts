// Proposes a correction of a record; another person decides.
import { keyedRoute } from '../edge/route.ts';

export const proposeCorrection = keyedRoute(
  'proposeCorrection',
  'correction.propose',
  ({ services, context, params, body, key }) =>
    services.correction.propose(context, params.kind, params.id, body, key),
);
