// Approves or returns a draft that somebody else wrote.
import { keyedRoute } from '../../edge/route.ts';

export const judgePolicyDraft = keyedRoute(
  'judgePolicyDraft',
  'policy.approve',
  ({ services, context, params, body, key }) => services.policyDesk.judge(context, params.draftId, body, key),
);
