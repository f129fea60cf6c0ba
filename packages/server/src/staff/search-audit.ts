// Who did and who saw what in the area.
import { route } from '../edge/route.ts';

export const searchAudit = route('searchAudit', 'audit.read', ({ services, context, body }) =>
  services.audit.search(context, body),
);
