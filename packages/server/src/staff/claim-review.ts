// Takes one case.
import { route } from '../edge/route.ts';

export const claimReview = route('claimReview', 'review.work', ({ services, context, params }) =>
  services.review.claim(context, params.applicationId),
);
