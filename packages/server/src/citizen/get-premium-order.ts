// The payments that were begun together.
import { route } from '../edge/route.ts';

export const getPremiumOrder = route('getPremiumOrder', 'person', ({ services, context, params }) =>
  services.premium.order(context, params.orderId),
);
