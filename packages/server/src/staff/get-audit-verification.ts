// How far the check of records and books is.
import { route } from '../edge/route.ts';

export const getAuditVerification = route('getAuditVerification', 'audit.read', ({ services, context }) =>
  services.audit.verification(context),
);
