// Suspends or resumes an institution, changes its settings, or ends one of its keys.
import { keyedRoute } from '../edge/route.ts';

export const changeInstitution = keyedRoute(
  'changeInstitution',
  'institution.manage',
  ({ services, context, params, body, key }) =>
    services.institution.change(context, params.institutionCode, body, key),
);
