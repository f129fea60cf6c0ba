// One dispute: what was used, what the giver says, and the agency's one answer.
import { useMutation } from '@tanstack/react-query';
import type { DisputeOutcome, StaffDispute } from '@gongji/contract';
import { disputeOutcomeWords, disputeReasonWords } from '@gongji/contract/words';
import { Button, Descriptions, Input, Radio } from 'antd';
import { useId, useState } from 'react';
import type { FormEvent } from 'react';
import { Link } from 'wouter';
import { call } from '../api/call.ts';
import { asFailure, failureIn } from '../api/failure.ts';
import { once } from '../api/intent.ts';
import { noticeExpiry, refreshAll, useAnswer } from '../api/queries.ts';
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
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (outcome && words.length >= 2 && !send.isPending) send.mutate({ outcome, text: words });
  };
  const failure = failureIn(send.error);
  return (
    <form onSubmit={submit}>
      <fieldset className="account-roles">
        <legend className="field-label">核查结果</legend>
        <Radio.Group
          name={`${id}-outcome`}
          value={outcome}
          options={outcomes}
          onChange={(event) => setOutcome(event.target.value as DisputeOutcome)}
        />
      </fieldset>
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
      {failure && <FailureNotice failure={failure} />}
      <p>
        <Button
          type="primary"
          htmlType="submit"
          disabled={outcome === null || words.length < 2}
          loading={send.isPending}
        >
          答复
        </Button>
      </p>
    </form>
  );
}

function Shown({ dispute }: { dispute: StaffDispute }) {
  const { usage, answer } = dispute;
  return (
    <>
      <Descriptions
        column={1}
        bordered
        items={[
          {
            key: 'giver',
            label: '授权人（账户所有人）',
            children: `${usage.giver.name} ${usage.giver.maskedIdNumber}`,
          },
          { key: 'member', label: '使用人', children: `${usage.member.name} ${usage.member.maskedIdNumber}` },
          { key: 'fen', label: '金额', children: formatFen(usage.fen) },
          { key: 'place', label: '地点', children: `${usage.place}（${usage.areaName}）` },
          { key: 'purpose', label: '用途', children: usage.purposeText },
          { key: 'at', label: '使用时间', children: formatInstant(usage.at) },
          { key: 'reason', label: '疑问', children: disputeReasonWords[dispute.reason] },
          { key: 'text', label: '授权人说明', children: dispute.text || '没有补充说明' },
          ...(usage.reversed ? [{ key: 'back', label: '退费', children: '这笔钱已经全部退回' }] : []),
          ...(answer
            ? [
                { key: 'outcome', label: '核查结果', children: disputeOutcomeWords[answer.outcome] },
                {
                  key: 'answer',
                  label: '答复',
                  children: `${answer.text}（${formatInstant(answer.at)}，工号 ${dispute.answeredBy ?? ''}）`,
                },
              ]
            : []),
        ]}
      />
      {!answer && <AnswerForm disputeId={dispute.disputeId} />}
    </>
  );
}

export function DisputePage({ disputeId }: { disputeId: string }) {
  const disputes = useAnswer('listDisputes');
  if (disputes.isPending) return <Loading what="正在读取使用疑问" />;
  if (!disputes.data)
    return <FailureNotice failure={asFailure(disputes.error)} onRetry={() => void disputes.refetch()} />;
  const dispute = disputes.data.items.find((each) => each.disputeId === disputeId);
  return (
    <div className="page">
      <PageTitle>使用疑问</PageTitle>
      <p>
        <Link href="/disputes">回到列表</Link>
      </p>
      {dispute ? <Shown dispute={dispute} /> : <p>没有这件疑问，或者它不在您的地区。</p>}
    </div>
  );
}
