// The member agrees to a binding, or declines it.
import { keyedRoute } from '../edge/route.ts';

export const answerMemberRequest = keyedRoute(
  'answerMemberRequest',
  'person',
  ({ services, context, params, body, key }) =>
    services.application.answerMember(context, params.applicationId, body, key),
);
