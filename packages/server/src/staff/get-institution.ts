// One institution with its history.
import { route } from '../edge/route.ts';

export const getInstitution = route('getInstitution', 'institution.manage', ({ services, context, params }) =>
  services.institution.get(context, params.institutionCode),
);
