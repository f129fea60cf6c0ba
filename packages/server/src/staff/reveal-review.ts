// Full identity numbers, against a reason that is recorded.
import { route } from '../edge/route.ts';

export const revealReview = route('revealReview', 'review.work', ({ services, context, params, body }) =>
  services.review.reveal(context, params.applicationId, body),
);
