// What the premiums of several people would cost from one account.
import { route } from '../edge/route.ts';

export const quotePremiumOrder = route('quotePremiumOrder', 'person', ({ services, context, body }) =>
  services.premium.quoteOrder(context, body),
);
