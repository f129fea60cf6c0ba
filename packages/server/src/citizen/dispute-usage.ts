// The giver says that a use is not right.
import { keyedRoute } from '../edge/route.ts';

export const disputeUsage = keyedRoute('disputeUsage', 'person', ({ services, context, params, body, key }) =>
  services.dispute.open(context, params.usageId, body, key),
);
