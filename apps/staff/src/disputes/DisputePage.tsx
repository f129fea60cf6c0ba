// One dispute: what was used, what the giver says, and the agency's one answer.
import { useMutation } from '@tanstack/react-query';
import type { DisputeOutcome, StaffDispute } from '@gongji/contract';
import { disputeOutcomeWords, disputeReasonWords } from '@gongji/contract/words';
import { Input, Radio } from 'antd';
import { useId, useState } from 'react';
import { Link } from 'wouter';
import { call } from '../api/call.ts';
import { asFailure } from '../api/failure.ts';
import { once } from '../api/intent.ts';
import { noticeExpiry, refreshAll, useAnswer } from '../api/queries.ts';
import { ActionForm } from '../shared/ActionForm.tsx';
import { FailureNotice } from '../shared/FailureNotice.tsx';
import { Loading } from '../shared/Loading.tsx';
import { formatFen } from '../shared/money.ts';
import { PageTitle } from '../shared/PageTitle.tsx';
import { formatInstant } from '../shared/time.ts';

const outcomes = Object.entries(disputeOutcomeWords).map(([value, label]) => ({ value, label }));

function AnswerForm({ disputeId }: { disputeId: string }) {
  const id = useId();
  const [outcome, setOutcome] = useState<DisputeOutcome | null>(null);
  const [text, setText] = useState('');
  const words = text.trim();
  const send = useMutation({
    mutationFn: (body: { outcome: DisputeOutcome; text: string }) =>
      once(`answerDispute ${disputeId}`, JSON.stringify(body), (key) =>
        call('answerDispute', { params: { disputeId }, body, key }),
      ),
    onSuccess: refreshAll,
    onError: noticeExpiry,
  });
  return (
    <ActionForm
      label="答复授权人"
      isHeaded
      action={{
        ...send,
        mutate: () => {
          if (outcome) send.mutate({ outcome, text: words });
        },
      }}
      submitText="答复"
      disabled={outcome === null || words.length < 2}
    >
      <fieldset className="account-roles">
        <legend className="field-label">核查结果</legend>
        <Radio.Group
          name={`${id}-outcome`}
          value={outcome}
          options={outcomes}
          onChange={(event) => setOutcome(event.target.value as DisputeOutcome)}
        />
      </fieldset>
      <div>
        <label className="field-label" htmlFor={`${id}-text`}>
          给授权人的答复（对方会看到原文，不要写病情）
        </label>
        <Input.TextArea
          id={`${id}-text`}
          rows={4}
          maxLength={500}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
    </ActionForm>
  );
}

function factsOf({ usage, reason, text }: StaffDispute): [string, string][] {
  return [
    ['授权人', `${usage.giver.name} ${usage.giver.maskedIdNumber}`],
    ['使用人', `${usage.member.name} ${usage.member.maskedIdNumber}`],
    ['金额', formatFen(usage.fen)],
    ['地点', `${usage.place}（${usage.areaName}）`],
    ['用途', usage.purposeText],
    ['使用时间', formatInstant(usage.at)],
    ...(usage.reversed ? [['退费', '这笔钱已经全部退回'] satisfies [string, string]] : []),
    ['疑问', disputeReasonWords[reason]],
    ['授权人说明', text || '没有补充说明'],
  ];
}

function Shown({ dispute }: { dispute: StaffDispute }) {
  const { answer, answeredBy } = dispute;
  return (
    <>
      <section className="card" aria-labelledby="use-title">
        <h2 id="use-title">授权人有疑问的这一笔</h2>
        <dl className="facts">
          {factsOf(dispute).map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </section>
      {answer ? (
        <section className="card" aria-labelledby="answer-title">
          <h2 id="answer-title">已答复</h2>
          <p>
            <strong>{disputeOutcomeWords[answer.outcome]}</strong>
          </p>
          <p>{answer.text}</p>
          <p className="quiet">
            {formatInstant(answer.at)}，工号 {answeredBy ?? ''}
          </p>
        </section>
      ) : (
        <AnswerForm disputeId={dispute.disputeId} />
      )}
    </>
  );
}

export function DisputePage({ disputeId }: { disputeId: string }) {
  const disputes = useAnswer('listDisputes');
  const dispute = disputes.data?.items.find((each) => each.disputeId === disputeId);
  return (
    <div className="page records-page">
      <Link href="/disputes">返回列表</Link>
      <PageTitle>使用疑问</PageTitle>
      {disputes.isPending && <Loading what="正在读取使用疑问" />}
      {disputes.isError && (
        <FailureNotice failure={asFailure(disputes.error)} onRetry={() => void disputes.refetch()} />
      )}
      {dispute && <Shown dispute={dispute} />}
      {disputes.data && !dispute && <p>没有这件疑问，或者它不在您的地区。</p>}
    </div>
  );
}
