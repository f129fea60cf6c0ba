// What a giver can do about a use that isn't right: stop the member at once, and ask the agency to look into it.
import type { Answer, Body } from '@gongji/contract';
import { disputeOutcomeWords, disputeReasonWords } from '@gongji/contract/words';
import { useState, type FormEvent } from 'react';
import { useAct } from '../../api/hooks.ts';
import { instantWords } from '../../lib/date.ts';
import { Button } from '../../parts/button.tsx';
import { Choice } from '../../parts/choice.tsx';
import { ErrorSummary } from '../../parts/error-summary.tsx';
import { TextArea } from '../../parts/field.tsx';
import { Notice } from '../../parts/notice.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';

type Explanation = Answer<'explainUsage'>;
type Reason = Body<'disputeUsage'>['reason'];

const reasons = (Object.keys(disputeReasonWords) as Reason[]).map((value) => ({
  value,
  text: disputeReasonWords[value],
}));

function Freeze({ relation, name }: { relation: NonNullable<Explanation['relation']>; name: string }) {
  const pause = useAct('pauseRelation');
  const { relationId, paused } = relation;
  const set = (next: boolean) => pause.mutate({ params: { relationId }, body: { paused: next } });
  return (
    <>
      {pause.isError && <ProblemNotice acted problem={pause.error} onRetry={() => set(!paused)} />}
      <div role="status">
        {paused && (
          <Notice tone="warn" title={`已暂停：${name}现在不能用您的账户`}>
            <p>随时可以恢复。已经付完的钱不受影响。</p>
          </Notice>
        )}
      </div>
      <div className="actions">
        {paused ? (
          <Button onPress={() => set(false)} working={pause.isPending && '正在恢复…'}>
            恢复{name}使用
          </Button>
        ) : (
          <Button danger onPress={() => set(true)} working={pause.isPending && '正在暂停…'}>
            马上暂停{name}使用
          </Button>
        )}
      </div>
    </>
  );
}

function Ask({ usageId }: { usageId: string }) {
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState<Reason | null>(null);
  const [text, setText] = useState('');
  const [attempt, setAttempt] = useState(0);
  const send = useAct('disputeUsage');
  const found: Partial<Record<'reason' | 'text', string>> = {};
  if (reason === null) found.reason = '请选择哪里不对。';
  if (reason === 'other' && text.trim() === '') found.text = '请写明哪里不对。';
  const problems = attempt > 0 ? found : {};
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason === null || Object.keys(found).length > 0) setAttempt(attempt + 1);
    else if (!send.isPending) send.mutate({ params: { usageId }, body: { reason, text } });
  };
  if (!open) {
    return (
      <div className="actions">
        <Button onPress={() => setOpen(true)}>对这一笔有疑问</Button>
      </div>
    );
  }
  return (
    <form onSubmit={submit} noValidate>
      <ErrorSummary problems={problems} attempt={attempt} />
      {send.isError && <ProblemNotice acted problem={send.error} onRetry={() => send.reset()} />}
      <Choice
        id="reason"
        label="哪里不对？"
        value={reason}
        onChange={setReason}
        options={reasons}
        error={problems.reason}
      />
      <TextArea
        id="text"
        label="补充说明（选填；选“其他”时必填）"
        value={text}
        onChange={setText}
        maxLength={500}
        error={problems.text}
      />
      <div className="actions">
        <Button main submit working={send.isPending && '正在提交…'}>
          提交给医保经办机构
        </Button>
        <Button onPress={() => setOpen(false)}>先不提了</Button>
      </div>
    </form>
  );
}

function Asked({ dispute }: { dispute: NonNullable<Explanation['dispute']> }) {
  const { answer, openedAt, reason, text } = dispute;
  return (
    <>
      <Notice tone="plain" title={answer ? '您的疑问已有答复' : '您的疑问已提交，等待经办机构答复'} live>
        <p>
          {instantWords(openedAt)}提出：{disputeReasonWords[reason]}
          {text && `（${text}）`}
        </p>
        {answer ? (
          <p>
            {instantWords(answer.at)}答复：<strong>{disputeOutcomeWords[answer.outcome]}</strong>{' '}
            {answer.text}
          </p>
        ) : (
          <p>答复后会发短信告诉您。担心的话，可以先暂停使用。</p>
        )}
      </Notice>
    </>
  );
}

export function Objecting({ explanation }: { explanation: Explanation }) {
  const { usage, relation, dispute, canDispute } = explanation;
  if (!relation && !dispute && !canDispute) return null;
  return (
    <section className="block">
      <h2>觉得不对？</h2>
      {relation && <Freeze relation={relation} name={usage.member.name} />}
      {dispute ? <Asked dispute={dispute} /> : canDispute && <Ask usageId={usage.usageId} />}
    </section>
  );
}
