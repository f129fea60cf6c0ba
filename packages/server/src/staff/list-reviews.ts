// The queue of the reviewer's area.
import { route } from '../edge/route.ts';

export const listReviews = route('listReviews', 'review.work', ({ services, context }) =>
  services.review.queue(context),
);
