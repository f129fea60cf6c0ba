// Asks for a reason, then does what it is for.
import { Input, Modal } from 'antd';
import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { FormEvent } from 'react';
import { failureIn } from '../api/failure.ts';
import { once } from '../api/intent.ts';
import { noticeExpiry, refreshAll } from '../api/queries.ts';
import { FailureNotice } from '../shared/FailureNotice.tsx';
import { ReasonPicker } from '../shared/ReasonPicker.tsx';

interface ReasonDialogProps<Answer> {
  title: string;
  text: string;
  reasons: string[];
  okText: string;
  run: (reason: string, key: string) => Promise<Answer>;
  onDone: (answer: Answer) => void;
  onClose: () => void;
}

export function ReasonDialog<Answer>(props: ReasonDialogProps<Answer>) {
  const { title, text, reasons, okText, run, onDone, onClose } = props;
  const formId = useId();
  const [reason, setReason] = useState('');
  const words = reason.trim();
  const act = useMutation({
    mutationFn: () => once(title, words, (key) => run(words, key)),
    onSuccess: async (answer) => {
      onDone(answer);
      onClose();
      await refreshAll();
    },
    onError: noticeExpiry,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (words.length >= 2 && !act.isPending) act.mutate();
  };
  const failure = failureIn(act.error);
  return (
    <Modal
      open
      title={title}
      onCancel={onClose}
      okText={okText}
      okButtonProps={{ htmlType: 'submit', form: formId, disabled: words.length < 2 }}
      confirmLoading={act.isPending}
    >
      <form id={formId} onSubmit={submit}>
        <p>{text}</p>
        <ReasonPicker reasons={reasons} onPick={setReason} />
        <label className="field-label" htmlFor={`${formId}-reason`}>
          理由
        </label>
        <Input
          id={`${formId}-reason`}
          value={reason}
          maxLength={200}
          autoFocus
          onChange={(event) => setReason(event.target.value)}
        />
        {failure && <FailureNotice failure={failure} />}
      </form>
    </Modal>
  );
}
