// Finds the person who is at the window by the card in their hand; every search is recorded.
import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import type { FormEvent } from 'react';
import { useLocation } from 'wouter';
import { call } from '../api/call.ts';
import { failureIn } from '../api/failure.ts';
import { noticeExpiry } from '../api/queries.ts';
import { FailureNotice } from '../shared/FailureNotice.tsx';
import { PageTitle } from '../shared/PageTitle.tsx';

export function FindPage() {
  const id = useId();
  const [, navigate] = useLocation();
  const [number, setNumber] = useState('');
  const search = useMutation({
    mutationFn: () => call('findAtWindow', { body: { number } }),
    onSuccess: ({ person }) => {
      if (person) navigate(`/window/${person.personNo}`);
    },
    onError: noticeExpiry,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (number.trim().length >= 4 && !search.isPending) search.mutate();
  };
  const failure = failureIn(search.error);
  return (
    <div className="page records-page">
      <PageTitle takesFocus={false}>经办窗口</PageTitle>
      <form className="card records-search" role="search" aria-label="查找参保人" onSubmit={submit}>
        <div>
          <label className="field-label" htmlFor={id}>
            来办事的人的身份证号码或人员编号
          </label>
          <Input
            id={id}
            value={number}
            maxLength={40}
            autoComplete="off"
            autoFocus
            onChange={(event) => setNumber(event.target.value)}
          />
        </div>
        <Button
          type="primary"
          htmlType="submit"
          loading={search.isPending}
          disabled={number.trim().length < 4}
        >
          开始受理
        </Button>
      </form>
      <p className="quiet">请先核对本人和证件。每次查找都会留下记录。只能受理本统筹区的参保人。</p>
      {failure && <FailureNotice failure={failure} />}
      <div role="status">
        {search.data?.person === null && (
          <p className="notice notice-warning">本统筹区没有这个人。请核对号码，或请本人到参保地办理。</p>
        )}
      </div>
    </div>
  );
}
