// Finds a record by a number that somebody holds in their hand; every search is recorded.
import type { RecordHits } from '@gongji/contract';
import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import type { FormEvent } from 'react';
import { call } from '../api/call.ts';
import { failureIn } from '../api/failure.ts';
import { noticeExpiry } from '../api/queries.ts';
import { FailureNotice } from '../shared/FailureNotice.tsx';
import { PageTitle } from '../shared/PageTitle.tsx';
import { RecordLinks } from './RecordLinks.tsx';

export function RecordsPage() {
  const id = useId();
  const [query, setQuery] = useState('');
  const [found, setFound] = useState<RecordHits | null>(null);
  const search = useMutation({
    mutationFn: () => call('findRecords', { body: { query } }),
    onSuccess: setFound,
    onError: noticeExpiry,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setFound(null);
    if (query.trim().length >= 4 && !search.isPending) search.mutate();
  };
  const failure = failureIn(search.error);
  return (
    <div className="page records-page">
      <PageTitle takesFocus={false}>档案查询</PageTitle>
      <form className="card records-search" role="search" aria-label="查找档案" onSubmit={submit}>
        <div>
          <label className="field-label" htmlFor={id}>
            身份证号码、人员编号、凭证号或业务编号
          </label>
          <Input
            id={id}
            value={query}
            maxLength={80}
            autoComplete="off"
            autoFocus
            onChange={(event) => setQuery(event.target.value)}
          />
        </div>
        <Button
          type="primary"
          htmlType="submit"
          loading={search.isPending}
          disabled={query.trim().length < 4}
        >
          查找
        </Button>
      </form>
      <p className="quiet">每次查找和查阅都会记下查看人和时间，可被稽核。只能查到本统筹区的档案。</p>
      {failure && <FailureNotice failure={failure} />}
      <div role="status">
        {found && (
          <p>
            {found.items.length === 0
              ? '没有找到。请核对号码；别的统筹区的档案在这里查不到。'
              : '找到以下档案：'}
          </p>
        )}
      </div>
      {found && found.items.length > 0 && <RecordLinks marks={found.items} />}
    </div>
  );
}
