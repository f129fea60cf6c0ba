// Begins a draft from the newest published version.
import { keyedRoute } from '../../edge/route.ts';

export const createPolicyDraft = keyedRoute(
  'createPolicyDraft',
  'policy.draft',
  ({ services, context, body, key }) => services.policyDesk.create(context, body, key),
);
