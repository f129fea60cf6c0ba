// One draft: its state, the form, both files with their mistakes in place, the check, the comparison, and the next step.
import type { PolicyDraft, StaffMark } from '@gongji/contract';
import { mayDo } from '@gongji/contract/rights';
import { casesPath } from '@gongji/policy/tools';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useMemo, useRef, useState } from 'react';
import { Link } from 'wouter';
import { call } from '../api/call.ts';
import { asFailure, failureIn } from '../api/failure.ts';
import { once } from '../api/intent.ts';
import { noticeExpiry, refreshAll, useAnswer } from '../api/queries.ts';
import { FailureNotice } from '../shared/FailureNotice.tsx';
import { HistoryCard } from '../shared/HistoryCard.tsx';
import { Loading } from '../shared/Loading.tsx';
import { PageTitle } from '../shared/PageTitle.tsx';
import { canSubmit, CheckPanel, withoutPlace } from './CheckPanel.tsx';
import { ComparePanel } from './ComparePanel.tsx';
import { DraftSteps } from './DraftSteps.tsx';
import { PremiumForm } from './PremiumForm.tsx';
import { useDraftWorker } from './useDraftWorker.ts';
import { draftStateWords } from './words.ts';
import { YamlEditor } from './YamlEditor.tsx';
import type { EditorHandle } from './YamlEditor.tsx';

export function DraftPage({ draftId, role }: { draftId: string; role: StaffMark['role'] }) {
  const answer = useAnswer('getPolicyDraft', { draftId });
  return (
    <div className="page finance policies">
      <Link href="/policies">返回政策</Link>
      {answer.isPending && <Loading what="正在打开草稿" />}
      {answer.isError && (
        <FailureNotice failure={asFailure(answer.error)} onRetry={() => void answer.refetch()} />
      )}
      {answer.data && <Draft key={answer.data.draftId} draft={answer.data} role={role} />}
    </div>
  );
}

function Draft({ draft, role }: { draft: PolicyDraft; role: StaffMark['role'] }) {
  const { path, area } = draft;
  const own = casesPath(path);
  const [texts, setTexts] = useState({ text: draft.text, casesText: draft.casesText });
  const [shown, setShown] = useState<'text' | 'casesText'>('text');
  const [said, setSaid] = useState('');
  const editor = useRef<EditorHandle>(null);
  const files = useMemo(
    () => ({ ...draft.layers, [path]: texts.text, [own]: texts.casesText }),
    [draft.layers, path, own, texts],
  );
  const worker = useDraftWorker(files);
  const { check } = worker;
  const mayEdit = draft.state === 'draft' && mayDo(role, 'policy.draft');
  const isChanged = texts.text !== draft.text || texts.casesText !== draft.casesText;
  const shownPath = shown === 'text' ? path : own;
  const marks = useMemo(
    () =>
      (check?.problems ?? [])
        .filter((problem) => problem.path === shownPath)
        .map(({ line, column, message }) => ({ line, column, message: withoutPlace(message) })),
    [check, shownPath],
  );

  const body = { ...texts, seenVersion: draft.version };
  const save = useMutation({
    mutationFn: () =>
      once(`policy-text-${draft.draftId}`, body, (key) =>
        call('savePolicyDraft', { params: { draftId: draft.draftId }, body, key }),
      ),
    onError: noticeExpiry,
    onSuccess: () => {
      setSaid('草稿已保存。');
      void refreshAll();
    },
  });
  const failure = failureIn(save.error);

  const go = (place: { path: string; line: number; column: number }) => {
    if (place.path !== path && place.path !== own) return;
    setShown(place.path === own ? 'casesText' : 'text');
    // After the other file stands in the editor.
    setTimeout(() => editor.current?.goTo(place), 50);
  };
  const obstacle = draft.isOutdated
    ? '开始写这份草稿以后又公布了新的版本。请作废这份草稿，从最新的版本重新起草。'
    : isChanged
      ? '有修改还没有保存，请先保存草稿。'
      : check === undefined
        ? '正在检查，请稍等。'
        : canSubmit(check, own)
          ? null
          : '还有错误或没有通过的案例，改好并保存以后才能提交。';

  return (
    <>
      <div className="page-head">
        <PageTitle name={draft.title}>
          {draft.title} <span className={`state draft-${draft.state}`}>{draftStateWords[draft.state]}</span>
        </PageTitle>
      </div>
      {mayEdit && (
        <PremiumForm
          area={area}
          today={draft.today}
          {...texts}
          onAdded={(added, year) => {
            setTexts({ text: added.text, casesText: added.casesText });
            setSaid(`${year} 年度已写进草稿，请看检查结果，再保存。`);
          }}
        />
      )}
      <section className="card" aria-labelledby="files-title">
        <div className="card-head">
          <h2 id="files-title">文件</h2>
          <fieldset className="file-switch">
            <legend className="visually-hidden">看哪个文件</legend>
            {(['text', 'casesText'] as const).map((one) => (
              <label key={one}>
                <input type="radio" name="file" checked={shown === one} onChange={() => setShown(one)} />
                {one === 'text' ? '政策文件' : '案例文件'}
              </label>
            ))}
          </fieldset>
        </div>
        <YamlEditor
          ref={editor}
          label={shown === 'text' ? '政策文件（YAML）' : '案例文件（YAML）'}
          value={texts[shown]}
          isReadOnly={!mayEdit}
          published={shown === 'text' ? draft.publishedText : draft.publishedCasesText}
          marks={marks}
          onChange={(text) => {
            setSaid('');
            setTexts((before) => (before[shown] === text ? before : { ...before, [shown]: text }));
          }}
        />
        {failure && <FailureNotice failure={failure} onRetry={() => save.mutate()} />}
        {mayEdit && (
          <Button type="primary" disabled={!isChanged} loading={save.isPending} onClick={() => save.mutate()}>
            保存草稿
          </Button>
        )}
        <p role="status" aria-live="polite">
          {said}
        </p>
      </section>
      <CheckPanel check={check} ownCases={own} onGo={go} />
      <ComparePanel
        firstDate={draft.effectiveFrom ?? draft.today}
        comparison={worker.comparison}
        isComparing={worker.isComparing}
        onCompare={(dates, population) =>
          worker.compare({
            before: { ...draft.layers, [path]: draft.publishedText },
            after: { ...draft.layers, [path]: texts.text },
            ...{ area, dates, population },
          })
        }
      />
      <DraftSteps key={draft.version} draft={draft} role={role} obstacle={obstacle} />
      <HistoryCard history={draft.history} emptyText="还没有记录。" />
    </>
  );
}
