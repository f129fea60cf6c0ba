// One difference: both sides' figures, what may be chosen with what follows from it, and what was done.
import type { CaseResolution, FinanceCaseDetail } from '@gongji/contract';
import { differenceWords, resolutionWords, sourceWords } from '@gongji/contract/finance-words';
import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import type { FormEvent } from 'react';
import { Link } from 'wouter';
import { call } from '../api/call.ts';
import { Failure, failureIn } from '../api/failure.ts';
import { once } from '../api/intent.ts';
import { noticeExpiry, refreshAll, useAnswer } from '../api/queries.ts';
import { FailureNotice } from '../shared/FailureNotice.tsx';
import { PageTitle } from '../shared/PageTitle.tsx';
import { formatInstant } from '../shared/time.ts';
import { AnswerBody } from './AnswerBody.tsx';
import { JournalLink, yuan } from './book.tsx';

const kindWords = { accepted: '税务受理的保费', paid: '渠道收到的现金', refunded: '渠道退回的现金' } as const;
const stepWords: Readonly<Record<string, string>> = {
  opened: '发现差异',
  resolved: '处理完毕',
  'arrived-late': '后来的账单里有了这一笔',
};

export function CasePage({ caseId }: { caseId: string }) {
  const answer = useAnswer('getFinanceCase', { caseId });
  return (
    <>
      <Link href="/finance/cases">返回对账差异</Link>
      <PageTitle>对账差异</PageTitle>
      <AnswerBody answer={answer} what="这条差异">
        {(found) => (
          <>
            <Facts found={found} />
            {found.state === 'open' && <ResolutionForm key={found.version} found={found} />}
            <Steps steps={found.steps} />
          </>
        )}
      </AnswerBody>
    </>
  );
}

function Facts({ found }: { found: FinanceCaseDetail }) {
  const rows: [string, React.ReactNode][] = [
    ['差异', differenceWords[found.difference]],
    ['对方', `${sourceWords[found.source]}，${kindWords[found.kind]}`],
    ['账单日', <Link href={`/finance/days/${found.day}`}>{found.day}</Link>],
    ['业务编号', found.reference],
    ['对方单号', found.number ?? '—'],
    ['我方金额（元）', yuan(found.oursFen)],
    ['对方金额（元）', yuan(found.theirsFen)],
    ...(found.lateDay ? [['后来的账单', found.lateDay] as [string, string]] : []),
    ...(found.suspenseJournalId
      ? [['暂挂凭证', <JournalLink journalId={found.suspenseJournalId} />] as [string, React.ReactNode]]
      : []),
    ...(found.resolution
      ? ([
          ['处理', resolutionWords[found.resolution].name],
          ['处理凭证', <JournalLink journalId={found.journalId} />],
        ] as [string, React.ReactNode][])
      : []),
  ];
  return (
    <dl className="facts card">
      {rows.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function ResolutionForm({ found }: { found: FinanceCaseDetail }) {
  const { caseId, resolutions, version: seenVersion } = found;
  const id = useId();
  const [resolution, setResolution] = useState<CaseResolution | undefined>(resolutions[0]);
  const [reason, setReason] = useState('');
  const resolve = useMutation({
    mutationFn: (chosen: CaseResolution) => {
      const body = { resolution: chosen, reason, seenVersion };
      return once(`case-${caseId}`, body, (key) =>
        call('resolveFinanceCase', { params: { caseId }, body, key }),
      );
    },
    onSuccess: () => refreshAll(),
    onError: (error) => {
      noticeExpiry(error);
      if (error instanceof Failure && error.code === 'state-changed') void refreshAll();
    },
  });
  if (resolution === undefined)
    return <p className="notice">现在还没有可选的处理方式，请等对方下一日的账单或我方这一笔办完。</p>;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!resolve.isPending) resolve.mutate(resolution);
  };
  const failure = failureIn(resolve.error);
  return (
    <form className="card case-form" aria-label="处理差异" onSubmit={submit}>
      <h2>怎样处理</h2>
      <fieldset>
        <legend>处理方式</legend>
        {resolutions.map((choice) => (
          <label key={choice} className="choice">
            <input
              type="radio"
              name={`${id}-choice`}
              checked={choice === resolution}
              onChange={() => setResolution(choice)}
            />
            <span>
              {resolutionWords[choice].name}
              <span className="quiet">{resolutionWords[choice].effect}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <div>
        <label className="field-label" htmlFor={`${id}-reason`}>
          理由（留下记录）
        </label>
        <Input
          id={`${id}-reason`}
          value={reason}
          minLength={2}
          maxLength={500}
          required
          onChange={(event) => setReason(event.target.value)}
        />
      </div>
      {failure && <FailureNotice failure={failure} onRetry={() => resolve.mutate(resolution)} />}
      <Button type="primary" htmlType="submit" loading={resolve.isPending}>
        确认处理
      </Button>
    </form>
  );
}

function Steps({ steps }: Pick<FinanceCaseDetail, 'steps'>) {
  return (
    <section className="card" aria-labelledby="steps-title">
      <h2 id="steps-title">经过</h2>
      <ol className="case-steps">
        {steps.map(({ at, kind, actorId, words }) => (
          <li key={`${at}${kind}`}>
            <span>
              {stepWords[kind] ?? kind}
              {words && `：${words}`}
            </span>
            <span className="quiet">
              {actorId === 'reconciliation' ? '系统对账' : actorId} · {formatInstant(at)}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
