// Gives a settlement back: says what goes where, asks for the reason, and does it once.
import type { Settlement } from '@gongji/contract';
import { Input, Modal } from 'antd';
import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { FormEvent } from 'react';
import { call } from '../api/call.ts';
import { asFailure, failureIn } from '../api/failure.ts';
import { once } from '../api/intent.ts';
import { noticeExpiry, refreshAll } from '../api/queries.ts';
import { FailureNotice } from '../shared/FailureNotice.tsx';
import { formatFen } from '../shared/money.ts';
import { ReasonPicker } from '../shared/ReasonPicker.tsx';

interface ReversalDialogProps {
  settlement: Settlement;
  onClose: () => void;
  onReversed: (settlement: Settlement) => void;
}

const usualReasons = ['费用录入有误', '参保人取消就诊或退药', '同一笔费用重复结算'];

export function ReversalDialog({ settlement, onClose, onReversed }: ReversalDialogProps) {
  const formId = useId();
  const [reason, setReason] = useState('');
  const { settlementId, patient, result } = settlement;
  const reverse = useMutation({
    mutationFn: () => {
      const body = { reason: reason.trim() };
      return once(`reverse-${settlementId}`, body, (key) =>
        call('reverseSettlement', { params: { settlementId }, body, key }),
      );
    },
    onSuccess: (reversed) => {
      void refreshAll();
      onReversed(reversed);
      onClose();
    },
    onError: (error) => {
      noticeExpiry(error);
      if (asFailure(error).answered) void refreshAll();
    },
  });
  const canSubmit = reason.trim().length >= 2 && !reverse.isPending;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (canSubmit) reverse.mutate();
  };
  const failure = failureIn(reverse.error);
  return (
    <Modal
      open
      title={`退费：${patient.name}，${formatFen(result.totalFen)}`}
      onCancel={onClose}
      okText="确认退费"
      okButtonProps={{ htmlType: 'submit', form: formId, danger: true, disabled: !canSubmit }}
      confirmLoading={reverse.isPending}
    >
      <form id={formId} onSubmit={submit}>
        <p>整笔退回，各自退到原来的地方，只能退一次：</p>
        <ul className="reversal-parts">
          <li>基金 {formatFen(result.fundFen)}</li>
          <li>本人账户 {formatFen(result.ownAccountFen)}</li>
          <li>亲属共济账户 {formatFen(result.sharedFen)}</li>
          <li>
            <strong>请退给参保人现金 {formatFen(result.cashFen)}</strong>
          </li>
        </ul>
        <ReasonPicker reasons={usualReasons} onPick={setReason} />
        <label className="field-label" htmlFor={`${formId}-reason`}>
          退费原因
        </label>
        <Input
          id={`${formId}-reason`}
          value={reason}
          maxLength={200}
          autoFocus
          aria-describedby={`${formId}-hint`}
          onChange={(event) => setReason(event.target.value)}
        />
        <p id={`${formId}-hint`} className="field-hint">
          选择常用原因，或自己写明，至少 2 个字。
        </p>
        {failure && <FailureNotice failure={failure} onRetry={() => reverse.mutate()} />}
      </form>
    </Modal>
  );
}
