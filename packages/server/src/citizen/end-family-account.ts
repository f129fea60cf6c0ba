// Either side ends a link of the 亲情账户.
import { keyedRoute } from '../edge/route.ts';

export const endFamilyAccount = keyedRoute(
  'endFamilyAccount',
  'person',
  ({ services, context, params, key }) => services.familyAccount.end(context, params.linkId, key),
);
