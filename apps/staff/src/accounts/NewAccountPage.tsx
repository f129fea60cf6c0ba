// Opens an account for somebody who is known to the identity provider by a staff number.
import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import type { FormEvent } from 'react';
import { Link, useLocation } from 'wouter';
import { call } from '../api/call.ts';
import { asFailure, failureIn } from '../api/failure.ts';
import { once } from '../api/intent.ts';
import { noticeExpiry, refreshAll, useAnswer } from '../api/queries.ts';
import { FailureNotice } from '../shared/FailureNotice.tsx';
import { Loading } from '../shared/Loading.tsx';
import { PageTitle } from '../shared/PageTitle.tsx';
import { PostFields } from './PostFields.tsx';
import type { Post } from './PostFields.tsx';

export function NewAccountPage() {
  const known = useAnswer('listStaffAccounts');
  const id = useId();
  const [, navigate] = useLocation();
  const [staffNo, setStaffNo] = useState('');
  const [name, setName] = useState('');
  const [post, setPost] = useState<Post>({ role: 'reviewer', institutionCode: null });
  const [reason, setReason] = useState('');
  const body = { staffNo, name, ...post, reason };
  const open = useMutation({
    mutationFn: () => once('account-new', body, (key) => call('createStaffAccount', { body, key })),
    onSuccess: async (account) => {
      await refreshAll();
      navigate(`/accounts/${account.staffNo}`);
    },
    onError: noticeExpiry,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!open.isPending) open.mutate();
  };
  const failure = failureIn(open.error);
  return (
    <div className="page account-page">
      <Link href="/accounts">返回列表</Link>
      <PageTitle>开通账号</PageTitle>
      {known.isPending && <Loading what="正在打开" />}
      {known.isError && (
        <FailureNotice failure={asFailure(known.error)} onRetry={() => void known.refetch()} />
      )}
      {known.data && (
        <form className="card account-form" onSubmit={submit}>
          <div>
            <label className="field-label" htmlFor={`${id}-number`}>
              工号（登录用的号码，字母和数字，3 到 32 位）
            </label>
            <Input
              id={`${id}-number`}
              value={staffNo}
              maxLength={32}
              required
              onChange={(event) => setStaffNo(event.target.value.trim().toUpperCase())}
            />
          </div>
          <div>
            <label className="field-label" htmlFor={`${id}-name`}>
              姓名
            </label>
            <Input
              id={`${id}-name`}
              value={name}
              maxLength={50}
              required
              onChange={(event) => setName(event.target.value)}
            />
          </div>
          <PostFields post={post} institutions={known.data.institutions} onChange={setPost} />
          <div>
            <label className="field-label" htmlFor={`${id}-reason`}>
              开通理由（留下记录）
            </label>
            <Input
              id={`${id}-reason`}
              value={reason}
              minLength={2}
              maxLength={200}
              required
              onChange={(event) => setReason(event.target.value)}
            />
          </div>
          {failure && <FailureNotice failure={failure} onRetry={() => open.mutate()} />}
          <Button type="primary" htmlType="submit" loading={open.isPending}>
            开通
          </Button>
        </form>
      )}
    </div>
  );
}
