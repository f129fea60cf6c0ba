// Begins a draft from the newest version.
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { call } from '../api/call.ts';
import { once } from '../api/intent.ts';
import { noticeExpiry, refreshAll } from '../api/queries.ts';
import { ActionForm } from '../shared/ActionForm.tsx';
import { TextField } from '../shared/TextField.tsx';

export function NewDraftForm() {
  const [, navigate] = useLocation();
  const [title, setTitle] = useState('');
  const body = { title };
  const create = useMutation({
    mutationFn: () => once('policy-draft', body, (key) => call('createPolicyDraft', { body, key })),
    onError: noticeExpiry,
    onSuccess: ({ draftId }) => {
      void refreshAll();
      navigate(`/policies/drafts/${draftId}`);
    },
  });
  return (
    <ActionForm label="起草新版本" isHeaded action={create} submitText="开始起草">
      <TextField
        label="这次改什么"
        value={title}
        minLength={2}
        maxLength={60}
        placeholder="例如 2027 年度居民医保缴费"
        onChange={setTitle}
      />
    </ActionForm>
  );
}
