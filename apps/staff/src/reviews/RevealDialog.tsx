// Asks why the full identity numbers are needed; the reason goes on record.
import { Input, Modal } from 'antd';
import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { FormEvent } from 'react';
import { call } from '../api/call.ts';
import { failureIn } from '../api/failure.ts';
import { noticeExpiry } from '../api/queries.ts';
import { FailureNotice } from '../shared/FailureNotice.tsx';
import { ReasonPicker } from '../shared/ReasonPicker.tsx';

interface RevealDialogProps {
  applicationId: string;
  onRevealed: (numbers: { memberIdNumber: string; giverIdNumber: string }) => void;
  onClose: () => void;
}

const usualReasons = ['与证明材料上的证件号核对', '与户籍、婚姻登记核对', '参保人来电来访核实身份'];

export function RevealDialog({ applicationId, onRevealed, onClose }: RevealDialogProps) {
  const formId = useId();
  const [reason, setReason] = useState('');
  const reveal = useMutation({
    mutationFn: () => call('revealReview', { params: { applicationId }, body: { reason: reason.trim() } }),
    onSuccess: (numbers) => {
      onRevealed(numbers);
      onClose();
    },
    onError: noticeExpiry,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim().length >= 2 && !reveal.isPending) reveal.mutate();
  };
  const failure = failureIn(reveal.error);
  return (
    <Modal
      open
      title="查看完整证件号"
      onCancel={onClose}
      okText="查看"
      okButtonProps={{ htmlType: 'submit', form: formId, disabled: reason.trim().length < 2 }}
      confirmLoading={reveal.isPending}
    >
      <form id={formId} onSubmit={submit}>
        <p>请选择或写明理由。查看人、时间和理由都会留下记录，可被审计。</p>
        <ReasonPicker reasons={usualReasons} onPick={setReason} />
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
