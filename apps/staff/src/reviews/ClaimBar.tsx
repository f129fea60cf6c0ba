// Who works on the open case: take it, give it back, hand it to the supervisors, or recall it. The open page keeps the claim alive.
import type { ReviewCase, StaffMark } from '@gongji/contract';
import { mayDo } from '@gongji/contract/rights';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { call } from '../api/call.ts';
import { failureIn } from '../api/failure.ts';
import { noticeExpiry, refreshAll } from '../api/queries.ts';
import { FailureNotice } from '../shared/FailureNotice.tsx';
import { useShortcuts } from '../shared/useShortcuts.ts';
import { dueText } from './queues.ts';
import type { OnNotice } from './notice.ts';
import { ReasonDialog } from './ReasonDialog.tsx';
import { useHeartbeat } from './useHeartbeat.ts';

interface ClaimBarProps {
  reviewCase: ReviewCase;
  staff: StaffMark;
  onNotice: OnNotice;
}

export function ClaimBar({ reviewCase, staff, onNotice }: ClaimBarProps) {
  const { application, holder, due } = reviewCase;
  const { applicationId, state } = application;
  const params = { applicationId };
  const [, navigate] = useLocation();
  const [asking, setAsking] = useState<'escalate' | 'recall' | null>(null);
  const isOpen = state === 'in-review' || state === 'more-requested';
  const isMine = holder?.isMine ?? false;
  useHeartbeat(applicationId, isMine, onNotice);
  const refresh = { onSettled: () => refreshAll(), onError: noticeExpiry };
  const claim = useMutation({ mutationFn: () => call('claimReview', { params }), ...refresh });
  const release = useMutation({
    mutationFn: () => call('releaseReview', { params }),
    ...refresh,
    onSuccess: () => navigate('/reviews'),
  });
  const mayTake = isOpen && holder === null && !reviewCase.proposal?.isMine;
  const mayRecall = isOpen && holder !== null && !isMine && mayDo(staff.role, 'review.lead');
  useShortcuts({
    t: () => mayTake && claim.mutate(),
    u: () => isMine && release.mutate(),
    e: () => isMine && state === 'in-review' && setAsking('escalate'),
  });
  if (!isOpen) return null;
  const failure = failureIn(claim.error) ?? failureIn(release.error);
  const { text, isPressing } = dueText({ due });
  return (
    <div className="claim-bar">
      <span className={isPressing ? 'due-pressing' : ''}>{due.on === null ? text : `办理期限 ${text}`}</span>
      <span role="status">
        {holder === null &&
          (reviewCase.proposal?.isMine ? '您已初审通过，等另一位审核员复核' : '还没有人领取')}
        {holder !== null && (isMine ? '您正在办理' : `正由${holder.name}办理`)}
      </span>
      {mayTake && (
        <Button type="primary" size="small" loading={claim.isPending} onClick={() => claim.mutate()}>
          领取 <kbd>T</kbd>
        </Button>
      )}
      {isMine && (
        <Button size="small" loading={release.isPending} onClick={() => release.mutate()}>
          放回待办 <kbd>U</kbd>
        </Button>
      )}
      {isMine && state === 'in-review' && (
        <Button size="small" onClick={() => setAsking('escalate')}>
          上报主管 <kbd>E</kbd>
        </Button>
      )}
      {mayRecall && (
        <Button size="small" danger onClick={() => setAsking('recall')}>
          收回
        </Button>
      )}
      {failure && <FailureNotice failure={failure} />}
      {asking === 'escalate' && (
        <ReasonDialog
          title="上报主管"
          text="上报后由主管决定，理由只有经办人员看得到。"
          reasons={['材料真伪存疑', '几份材料互相矛盾', '政策没有写明这种情况']}
          okText="上报"
          run={(reason, key) => call('escalateReview', { params, body: { reason }, key })}
          onDone={() => {
            onNotice({ text: '已上报主管。', tone: 'done', onPageOf: null });
            navigate('/reviews');
          }}
          onClose={() => setAsking(null)}
        />
      )}
      {asking === 'recall' && holder && (
        <ReasonDialog
          title={`收回${holder.name}领取的申请`}
          text="收回后回到待办，对方没有提交的内容不会保存。理由会留下记录。"
          reasons={['办理人不在岗', '快到期，转他人办理', '需要回避']}
          okText="收回"
          run={(reason, key) => call('recallReview', { params, body: { reason }, key })}
          onDone={() => undefined}
          onClose={() => setAsking(null)}
        />
      )}
    </div>
  );
}
