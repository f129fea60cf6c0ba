// Opens an account for somebody who is known to the identity provider by a staff number.
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { call } from '../api/call.ts';
import { asFailure } from '../api/failure.ts';
import { once } from '../api/intent.ts';
import { noticeExpiry, refreshAll, useAnswer } from '../api/queries.ts';
import { ActionForm } from '../shared/ActionForm.tsx';
import { FailureNotice } from '../shared/FailureNotice.tsx';
import { Loading } from '../shared/Loading.tsx';
import { PageTitle } from '../shared/PageTitle.tsx';
import { ReasonField, TextField } from '../shared/TextField.tsx';
import { PostFields } from './PostFields.tsx';
import type { Post } from './PostFields.tsx';

export function NewAccountPage() {
  const known = useAnswer('listStaffAccounts');
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
  return (
    <div className="page account-page">
      <Link href="/accounts">返回列表</Link>
      <PageTitle>开通账号</PageTitle>
      {known.isPending && <Loading what="正在打开" />}
      {known.isError && (
        <FailureNotice failure={asFailure(known.error)} onRetry={() => void known.refetch()} />
      )}
      {known.data && (
        <ActionForm label="开通账号" action={open} submitText="开通">
          <TextField
            label="工号（登录用的号码，字母和数字，3 到 32 位）"
            value={staffNo}
            maxLength={32}
            onChange={(value) => setStaffNo(value.trim().toUpperCase())}
          />
          <TextField label="姓名" value={name} maxLength={50} onChange={setName} />
          <PostFields post={post} institutions={known.data.institutions} onChange={setPost} />
          <ReasonField label="开通理由（留下记录）" value={reason} onChange={setReason} />
        </ActionForm>
      )}
    </div>
  );
}
