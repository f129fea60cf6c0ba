// The area's institutions with their keys.
import { route } from '../edge/route.ts';

export const listInstitutions = route('listInstitutions', 'institution.manage', ({ services, context }) =>
  services.institution.list(context),
);
