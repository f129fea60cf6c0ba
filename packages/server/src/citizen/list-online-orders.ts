// Online orders of the person and of the children in the person's care.
import { route } from '../edge/route.ts';

export const listOnlineOrders = route('listOnlineOrders', 'person', ({ services, context }) =>
  services.hospital.myOrders(context),
);
