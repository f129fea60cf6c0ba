// Gives a settlement back to where it came from.
import { keyedRoute } from '../edge/route.ts';

export const reverseSettlement = keyedRoute(
  'reverseSettlement',
  'till',
  ({ services, context, params, body, key }) =>
    services.settlement.reverse(context, params.settlementId, body, key),
);
