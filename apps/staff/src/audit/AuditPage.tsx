// Who did and who saw what, and who signed in: searched by day, person and subject, and taken along as a file.
import type { AuditEntry, AuditSearchBody } from '@gongji/contract';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import type { FormEvent } from 'react';
import { call } from '../api/call.ts';
import { asFailure, failureIn } from '../api/failure.ts';
import { noticeExpiry } from '../api/queries.ts';
import { Changes } from '../records/History.tsx';
import { FailureNotice } from '../shared/FailureNotice.tsx';
import { Loading } from '../shared/Loading.tsx';
import { PageTitle } from '../shared/PageTitle.tsx';
import { formatInstant } from '../shared/time.ts';
import { saveFile } from './save-file.ts';

type Filter = Omit<AuditSearchBody, 'before'>;

const kindWords: Record<AuditEntry['kind'], string> = { did: '办理', saw: '查阅', 'signed-in': '登录' };
const shownDays = 7;
const dayMs = 86_400_000;

const daysBefore = (day: string, days: number): string =>
  new Date(Date.parse(day) - days * dayMs).toISOString().slice(0, 10);

export function AuditPage({ today }: { today: string }) {
  const id = useId();
  const first: Filter = { from: daysBefore(today, shownDays - 1), to: today, kind: 'all', by: '', about: '' };
  const [typed, setTyped] = useState(first);
  const [filter, setFilter] = useState(first);
  const [pages, setPages] = useState<string[]>([]);
  const before = pages.at(-1);
  const answer = useQuery({
    queryKey: ['searchAudit', filter, before],
    queryFn: () => call('searchAudit', { body: { ...filter, ...(before === undefined ? {} : { before }) } }),
  });
  const save = useMutation({
    mutationFn: () => call('exportAudit', { body: filter }),
    onSuccess: ({ fileName, csv }) => saveFile(fileName, csv, 'text/csv'),
    onError: noticeExpiry,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setPages([]);
    setFilter({ ...typed });
  };
  const day = (field: 'from' | 'to', label: string) => (
    <div>
      <label className="field-label" htmlFor={`${id}-${field}`}>
        {label}
      </label>
      <input
        id={`${id}-${field}`}
        type="date"
        required
        value={typed[field]}
        onChange={(event) => setTyped({ ...typed, [field]: event.target.value })}
      />
    </div>
  );
  const text = (field: 'by' | 'about', label: string) => (
    <div>
      <label className="field-label" htmlFor={`${id}-${field}`}>
        {label}
      </label>
      <Input
        id={`${id}-${field}`}
        value={typed[field]}
        maxLength={64}
        onChange={(event) => setTyped({ ...typed, [field]: event.target.value })}
      />
    </div>
  );
  const failure = answer.isError ? asFailure(answer.error) : failureIn(save.error);
  return (
    <div className="page records-page">
      <PageTitle>稽核</PageTitle>
      <form className="card audit-search" role="search" aria-label="查找稽核记录" onSubmit={submit}>
        {day('from', '从哪天')}
        {day('to', '到哪天')}
        <div>
          <label className="field-label" htmlFor={`${id}-kind`}>
            类别
          </label>
          <select
            id={`${id}-kind`}
            className="select"
            value={typed.kind}
            onChange={(event) => setTyped({ ...typed, kind: event.target.value as Filter['kind'] })}
          >
            <option value="all">全部</option>
            {Object.entries(kindWords).map(([kind, word]) => (
              <option key={kind} value={kind}>
                {word}
              </option>
            ))}
          </select>
        </div>
        {text('by', '谁（工号、人员编号或机构编码）')}
        {text('about', '对象（编号）')}
        <div className="audit-actions">
          <Button type="primary" htmlType="submit" loading={answer.isFetching}>
            查找
          </Button>
          <Button loading={save.isPending} onClick={() => save.mutate()}>
            导出 CSV
          </Button>
        </div>
      </form>
      {failure && <FailureNotice failure={failure} onRetry={() => void answer.refetch()} />}
      <div role="status">
        {save.data && (
          <p className="notice">
            已导出 {save.data.rows} 条{save.data.isCut && '；后面还有，请缩短日期分次导出'}。导出已记录。
          </p>
        )}
        {answer.data && (
          <p className="quiet">
            {answer.data.items.length === 0
              ? '没有符合的记录。'
              : `这一页 ${answer.data.items.length} 条，最新的在前`}
          </p>
        )}
      </div>
      {answer.isPending && <Loading what="正在查找" />}
      {answer.data && answer.data.items.length > 0 && (
        <section className="card" aria-label="稽核记录">
          <ol className="record-steps">
            {answer.data.items.map((entry) => (
              <Entry key={entry.entryId} entry={entry} />
            ))}
          </ol>
        </section>
      )}
      {answer.data && (
        <div className="page-actions">
          {pages.length > 0 && <Button onClick={() => setPages([])}>回到最新</Button>}
          {answer.data.nextBefore !== null && (
            <Button onClick={() => setPages([...pages, answer.data.nextBefore ?? ''])}>更早的记录</Button>
          )}
        </div>
      )}
    </div>
  );
}

function Entry({ entry }: { entry: AuditEntry }) {
  return (
    <li>
      <p>
        <span className={`state audit-${entry.kind}`}>{kindWords[entry.kind]}</span>{' '}
        <strong>{entry.text}</strong> <span className="breakable">{entry.about}</span>{' '}
        <Changes changes={entry.changes} />
      </p>
      {entry.words && <p>说明：{entry.words}</p>}
      <p className="quiet">
        {entry.by} · {entry.channel} · {formatInstant(entry.at)}
      </p>
    </li>
  );
}
