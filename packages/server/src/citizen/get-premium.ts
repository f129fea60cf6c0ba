// One premium payment of the person.
import { route } from '../edge/route.ts';

export const getPremium = route('getPremium', 'person', ({ services, context, params }) =>
  services.premium.get(context, params.paymentId),
);
