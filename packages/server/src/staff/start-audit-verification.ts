// Begins the check of records and books.
import { route } from '../edge/route.ts';

export const startAuditVerification = route('startAuditVerification', 'audit.read', ({ services, context }) =>
  services.audit.verify(context),
);
