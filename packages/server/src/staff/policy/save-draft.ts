// Keeps the texts of a draft, right or wrong.
import { keyedRoute } from '../../edge/route.ts';

export const savePolicyDraft = keyedRoute(
  'savePolicyDraft',
  'policy.draft',
  ({ services, context, params, body, key }) => services.policyDesk.save(context, params.draftId, body, key),
);
