// What a premium would cost the person at the window.
import { route } from '../edge/route.ts';

export const quoteAtWindow = route('quoteAtWindow', 'window.work', ({ services, context, params, body }) =>
  services.window.quotePremium(context, params.personNo, body),
);
