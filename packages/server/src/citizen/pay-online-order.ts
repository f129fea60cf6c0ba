// The patient confirms an online order on the phone: the order itself is what makes it happen once.
import { route } from '../edge/route.ts';

export const payOnlineOrder = route('payOnlineOrder', 'person', ({ services, context, params }) =>
  services.hospital.payMyOrder(context, params.orderId),
);
