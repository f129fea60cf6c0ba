// Pays the premiums of several people as they were shown.
import { keyedRoute } from '../edge/route.ts';

export const payPremiumOrder = keyedRoute('payPremiumOrder', 'person', ({ services, context, body, key }) =>
  services.premium.payOrder(context, body, key),
);
