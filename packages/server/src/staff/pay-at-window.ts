// Pays a premium that the person at the window signed for.
import { keyedRoute } from '../edge/route.ts';

export const payAtWindow = keyedRoute(
  'payAtWindow',
  'window.work',
  ({ services, context, params, body, key }) =>
    services.window.payPremium(context, params.personNo, body, key),
);
