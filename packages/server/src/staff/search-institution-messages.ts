// Messages of an institution's software with their answers, masked.
import { route } from '../edge/route.ts';

export const searchInstitutionMessages = route(
  'searchInstitutionMessages',
  'institution.manage',
  ({ services, context, params, body }) =>
    services.institution.messages(context, params.institutionCode, body),
);
