// Sends a decision once, and opens the next case when it is done.
import type { ReviewCase, ReviewDecisionBody } from '@gongji/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { call } from '../api/call.ts';
import { Failure } from '../api/failure.ts';
import { once } from '../api/intent.ts';
import { noticeExpiry, refreshAll } from '../api/queries.ts';
import { kindOf } from './decision.ts';
import type { OnNotice } from './notice.ts';
import { takeNext } from './useTakeNext.ts';

/** A case that somebody else has changed is loaded again; the sentence of the refusal stays on the page. */
export function useDecide(reviewCase: ReviewCase, onNotice: OnNotice) {
  const client = useQueryClient();
  const [, navigate] = useLocation();
  const { application } = reviewCase;
  const { applicationId } = application;

  const openNext = async (answer: ReviewCase, body: ReviewDecisionBody) => {
    const next = await takeNext('team');
    const word = answer.proposal?.isMine ? '已初审通过，等另一人复核' : kindOf(body.decision).doneWord;
    const done = `${application.giver.name}绑定${application.member.name}：${word}。`;
    onNotice({
      text: next === null ? `${done}没有可以领取的申请了。` : `${done}已领取下一件。`,
      tone: 'done',
      onPageOf: next,
    });
    navigate(next === null ? '/reviews' : `/reviews/${next}`);
  };

  return useMutation({
    mutationFn: (body: ReviewDecisionBody) =>
      once(`decide-${applicationId}`, body, (key) =>
        call('decideReview', { params: { applicationId }, body, key }),
      ),
    onSuccess: async (answer, body) => {
      client.setQueryData(['getReview', applicationId], answer);
      await openNext(answer, body).catch(() => navigate('/reviews'));
      await refreshAll();
    },
    onError: (error) => {
      noticeExpiry(error);
      if (error instanceof Failure && (error.code === 'state-changed' || error.code === 'claim-missing')) {
        onNotice({
          text: '这件申请刚刚被收回、被别人办理或有了变化，您的决定没有提交。页面已载入最新内容，请再看一遍。',
          tone: 'warning',
          onPageOf: applicationId,
        });
        void refreshAll();
      }
    },
  });
}
