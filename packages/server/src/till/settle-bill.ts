// Settles a bill as it was shown.
import { keyedRoute } from '../edge/route.ts';

export const settleBill = keyedRoute('settleBill', 'till', ({ services, context, body, key }) =>
  services.settlement.settle(context, body, key),
);
