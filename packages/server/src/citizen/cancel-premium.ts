// Stops a premium payment that waits for cash.
import { keyedRoute } from '../edge/route.ts';

export const cancelPremium = keyedRoute('cancelPremium', 'person', ({ services, context, params, key }) =>
  services.premium.cancel(context, params.paymentId, key),
);
