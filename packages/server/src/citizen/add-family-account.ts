// Adds a relative to the 亲情账户.
import { keyedRoute } from '../edge/route.ts';

export const addFamilyAccount = keyedRoute('addFamilyAccount', 'person', ({ services, context, body, key }) =>
  services.familyAccount.add(context, body, key),
);
