// Takes a case back from whoever holds it.
import { route } from '../edge/route.ts';

export const recallReview = route('recallReview', 'review.lead', ({ services, context, params, body }) =>
  services.review.recall(context, params.applicationId, body),
);
