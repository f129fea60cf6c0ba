// Premium payments of the person.
import { route } from '../edge/route.ts';

export const listPremiums = route('listPremiums', 'person', ({ services, context }) =>
  services.premium.list(context),
);
