// One online order, with what each would pay or has paid.
import { route } from '../edge/route.ts';

export const getOnlineOrder = route('getOnlineOrder', 'person', ({ services, context, params }) =>
  services.hospital.myOrder(context, params.orderId),
);
