// Pays a premium as it was shown.
import { keyedRoute } from '../edge/route.ts';

export const payPremium = keyedRoute('payPremium', 'person', ({ services, context, body, key }) =>
  services.premium.pay(context, body, key),
);
