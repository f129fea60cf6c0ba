// The next step of a draft: submit with its first day, judge what somebody else wrote, publish for good, withdraw.
import type { PolicyDraft, PolicyDraftJudgementBody, PolicyDraftStepBody, StaffMark } from '@gongji/contract';
import { mayDo } from '@gongji/contract/rights';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../api/call.ts';
import { once } from '../api/intent.ts';
import { noticeExpiry, refreshAll } from '../api/queries.ts';
import { ActionForm } from '../shared/ActionForm.tsx';
import { ReasonField } from '../shared/TextField.tsx';
import { DayField } from './DayField.tsx';

interface DraftStepsProps {
  draft: PolicyDraft;
  role: StaffMark['role'];
  /** Why it can't be submitted yet; null when it can. */
  obstacle: string | null;
}

export function DraftSteps({ draft, role, obstacle }: DraftStepsProps) {
  const { state, isOthers } = draft;
  const mayDraft = mayDo(role, 'policy.draft');
  const mayApprove = mayDo(role, 'policy.approve');
  return (
    <div className="draft-steps">
      {state === 'draft' && mayDraft && <SubmitForm draft={draft} obstacle={obstacle} />}
      {state === 'submitted' && mayApprove && isOthers && (
        <>
          <JudgeForm draft={draft} judgement="approve" />
          <JudgeForm draft={draft} judgement="return" />
        </>
      )}
      {state === 'submitted' && !(mayApprove && isOthers) && (
        <p className="notice" role="status">
          已提交，自 {draft.effectiveFrom} 起生效。要由没有写过这份草稿的政策管理员或主管审核。
        </p>
      )}
      {state === 'approved' && mayDraft && <StepForm draft={draft} step="publish" />}
      {state === 'published' && (
        <p className="notice" role="status">
          已公布，自 {draft.effectiveFrom} 起有效。公布的版本不能修改，要改请起草新的版本。
        </p>
      )}
      {mayDraft && ['draft', 'submitted', 'approved'].includes(state) && (
        <StepForm draft={draft} step="withdraw" />
      )}
    </div>
  );
}

function useStep(draft: PolicyDraft, body: PolicyDraftStepBody) {
  const params = { draftId: draft.draftId };
  return useMutation({
    mutationFn: () =>
      once(`policy-${draft.draftId}`, body, (key) => call('stepPolicyDraft', { params, body, key })),
    onError: noticeExpiry,
    onSuccess: () => void refreshAll(),
  });
}

function SubmitForm({ draft, obstacle }: { draft: PolicyDraft; obstacle: string | null }) {
  const [effectiveFrom, setEffectiveFrom] = useState(draft.effectiveFrom ?? draft.today);
  const [reason, setReason] = useState('');
  const step = useStep(draft, { step: 'submit', effectiveFrom, reason, seenVersion: draft.version });
  if (obstacle !== null) {
    return (
      <section className="card" aria-labelledby="submit-title">
        <h2 id="submit-title">提交审核</h2>
        <p>{obstacle}</p>
      </section>
    );
  }
  return (
    <ActionForm label="提交审核" isHeaded action={step} submitText="提交审核">
      <DayField label="自哪天起有效" value={effectiveFrom} min={draft.today} onChange={setEffectiveFrom} />
      <ReasonField label="说明（审核人会看到）" value={reason} onChange={setReason} />
    </ActionForm>
  );
}

function StepForm({ draft, step }: { draft: PolicyDraft; step: 'publish' | 'withdraw' }) {
  const [reason, setReason] = useState('');
  const action = useStep(draft, { step, reason, seenVersion: draft.version });
  const isPublish = step === 'publish';
  return (
    <ActionForm
      label={isPublish ? '公布' : '作废草稿'}
      isHeaded
      action={action}
      submitText={isPublish ? `公布，自 ${draft.effectiveFrom} 起有效` : '作废'}
      danger={!isPublish}
    >
      {isPublish && <p>公布以后不能修改或收回；到生效那天，系统自动改用这个版本，不用重启。</p>}
      <ReasonField value={reason} onChange={setReason} />
    </ActionForm>
  );
}

function JudgeForm({
  draft,
  judgement,
}: { draft: PolicyDraft } & Pick<PolicyDraftJudgementBody, 'judgement'>) {
  const [reason, setReason] = useState('');
  const body = { judgement, reason, seenVersion: draft.version };
  const params = { draftId: draft.draftId };
  const action = useMutation({
    mutationFn: () =>
      once(`policy-${judgement}-${draft.draftId}`, body, (key) =>
        call('judgePolicyDraft', { params, body, key }),
      ),
    onError: noticeExpiry,
    onSuccess: () => void refreshAll(),
  });
  const isApproval = judgement === 'approve';
  return (
    <ActionForm
      label={isApproval ? '批准' : '退回修改'}
      isHeaded
      action={action}
      submitText={isApproval ? `批准，自 ${draft.effectiveFrom} 起有效` : '退回修改'}
      danger={!isApproval}
    >
      <ReasonField label={isApproval ? '批准意见' : '哪里要改'} value={reason} onChange={setReason} />
    </ActionForm>
  );
}
