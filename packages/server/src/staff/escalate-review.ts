// Hands a case to the supervisors.
import { keyedRoute } from '../edge/route.ts';

export const escalateReview = keyedRoute(
  'escalateReview',
  'review.work',
  ({ services, context, params, body, key }) =>
    services.review.escalate(context, params.applicationId, body, key),
);
