// The same as a file.
import { route } from '../edge/route.ts';

export const exportAudit = route('exportAudit', 'audit.read', ({ services, context, body }) =>
  services.audit.export(context, body),
);
