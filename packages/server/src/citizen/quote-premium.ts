// What a premium would cost and who would pay it.
import { route } from '../edge/route.ts';

export const quotePremium = route('quotePremium', 'person', ({ services, context, body }) =>
  services.premium.quote(context, body),
);
