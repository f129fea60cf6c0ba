// Decides a correction that somebody else proposed.
import { keyedRoute } from '../edge/route.ts';

export const decideCorrection = keyedRoute(
  'decideCorrection',
  'correction.decide',
  ({ services, context, params, body, key }) =>
    services.correction.decide(context, params.correctionId, body, key),
);
