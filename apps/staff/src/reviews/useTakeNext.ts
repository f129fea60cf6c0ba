// Takes the next case of a queue and opens it; tells when there is none left.
import type { ReviewQueueName } from '@gongji/contract';
import { useMutation } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { call } from '../api/call.ts';
import { failureIn } from '../api/failure.ts';
import { once } from '../api/intent.ts';
import { noticeExpiry, refreshAll } from '../api/queries.ts';
import type { OnNotice } from './notice.ts';

/** The queue's next case for me: its id, or null. */
export const takeNext = (queue: ReviewQueueName): Promise<string | null> =>
  once(`take-${queue}`, queue, (key) => call('takeReview', { params: { queue }, key })).then(
    (taken) => taken.applicationId,
  );

export function useTakeNext(queue: ReviewQueueName, onNotice: OnNotice) {
  const [, navigate] = useLocation();
  const take = useMutation({
    mutationFn: () => takeNext(queue),
    onSuccess: (applicationId) => {
      if (applicationId !== null) navigate(`/reviews/${applicationId}`);
      else onNotice({ text: '没有可以领取的申请了。', tone: 'done', onPageOf: null });
      void refreshAll();
    },
    onError: noticeExpiry,
  });
  return {
    take: () => {
      if (!take.isPending) take.mutate();
    },
    isPending: take.isPending,
    failure: failureIn(take.error),
  };
}
