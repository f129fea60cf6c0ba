// One draft with everything that it is checked with.
import { route } from '../../edge/route.ts';

export const getPolicyDraft = route('getPolicyDraft', 'policy.read', ({ services, context, params }) =>
  services.policyDesk.get(context, params.draftId),
);
