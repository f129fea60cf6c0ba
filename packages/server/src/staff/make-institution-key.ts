// Gives an institution a new key beside the one before.
import { keyedRoute } from '../edge/route.ts';

export const makeInstitutionKey = keyedRoute(
  'makeInstitutionKey',
  'institution.manage',
  ({ services, context, params, body, key }) =>
    services.institution.makeKey(context, params.institutionCode, body, key),
);
