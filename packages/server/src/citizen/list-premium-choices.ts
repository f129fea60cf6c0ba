// For whom and for which year a premium can be paid.
import { route } from '../edge/route.ts';

export const listPremiumChoices = route('listPremiumChoices', 'person', ({ services, context }) =>
  services.premium.choices(context),
);
