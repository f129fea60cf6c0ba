// Says whose money is used first, by a member with several givers.
import { keyedRoute } from '../edge/route.ts';

export const orderGivers = keyedRoute('orderGivers', 'person', ({ services, context, body, key }) =>
  services.relation.orderGivers(context, body, key),
);
