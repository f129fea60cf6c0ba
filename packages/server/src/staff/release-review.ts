// Gives a case back.
import { route } from '../edge/route.ts';

export const releaseReview = route('releaseReview', 'review.work', ({ services, context, params }) =>
  services.review.release(context, params.applicationId),
);
