// One application as the reviewer sees it.
import { route } from '../edge/route.ts';

export const getReview = route('getReview', 'review.work', ({ services, context, params }) =>
  services.review.get(context, params.applicationId),
);
