// Approves clean cases together.
import { keyedRoute } from '../edge/route.ts';

export const approveCleanReviews = keyedRoute(
  'approveCleanReviews',
  'review.work',
  ({ services, context, body, key }) => services.review.approveClean(context, body, key),
);
