// One queue of the area, with the counts of all.
import { ReviewQueueName } from '@gongji/contract';
import { refuse } from '@gongji/service';
import { route } from '../edge/route.ts';

export const listReviews = route('listReviews', 'review.work', async ({ services, context, params }) => {
  const queue = ReviewQueueName.safeParse(params.queue);
  return queue.success ? services.review.queue(context, queue.data) : refuse('not-found');
});
