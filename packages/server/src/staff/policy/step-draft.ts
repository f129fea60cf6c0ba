// Submits, publishes or withdraws a draft.
import { keyedRoute } from '../../edge/route.ts';

export const stepPolicyDraft = keyedRoute(
  'stepPolicyDraft',
  'policy.draft',
  ({ services, context, params, body, key }) => services.policyDesk.step(context, params.draftId, body, key),
);
