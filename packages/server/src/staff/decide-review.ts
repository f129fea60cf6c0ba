// Approves, rejects or asks for more.
import { keyedRoute } from '../edge/route.ts';

export const decideReview = keyedRoute(
  'decideReview',
  'review.work',
  ({ services, context, params, body, key }) =>
    services.review.decide(context, params.applicationId, body, key),
);
