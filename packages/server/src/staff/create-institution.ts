// Registers an institution and gives it its first key.
import { keyedRoute } from '../edge/route.ts';

export const createInstitution = keyedRoute(
  'createInstitution',
  'institution.manage',
  ({ services, context, body, key }) => services.institution.create(context, body, key),
);
