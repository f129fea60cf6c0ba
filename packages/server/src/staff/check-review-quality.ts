// A second look at a decided case.
import { keyedRoute } from '../edge/route.ts';

export const checkReviewQuality = keyedRoute(
  'checkReviewQuality',
  'review.lead',
  ({ services, context, params, body, key }) =>
    services.review.checkQuality(context, params.applicationId, body, key),
);
