// Keeps a case that is open on a page.
import { route } from '../edge/route.ts';

export const renewReviewClaim = route('renewReviewClaim', 'review.work', ({ services, context, params }) =>
  services.review.renew(context, params.applicationId),
);
