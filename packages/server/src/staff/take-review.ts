// Takes the next case of a queue.
import { ReviewQueueName } from '@gongji/contract';
import { refuse } from '@gongji/service';
import { keyedRoute } from '../edge/route.ts';

export const takeReview = keyedRoute(
  'takeReview',
  'review.work',
  async ({ services, context, params, key }) => {
    const queue = ReviewQueueName.safeParse(params.queue);
    return queue.success ? services.review.take(context, queue.data, key) : refuse('not-found');
  },
);
