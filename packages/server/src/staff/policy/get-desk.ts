// What is in force in the area on a day, with drafts and published versions.
import { route } from '../../edge/route.ts';

export const getPolicyDesk = route('getPolicyDesk', 'policy.read', ({ services, context, params }) =>
  services.policyDesk.desk(context, params.date),
);
