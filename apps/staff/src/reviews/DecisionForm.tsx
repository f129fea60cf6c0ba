// Chooses the reason, adds words, shows what the citizen will read, and decides.
import type { ReviewCase, ReviewDecisionBody } from '@gongji/contract';
import { Alert, Button, Input, Radio } from 'antd';
import { useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { failureIn } from '../api/failure.ts';
import { FailureNotice } from '../shared/FailureNotice.tsx';
import { useConfirmKey } from '../shared/useConfirmKey.ts';
import { useShortcuts } from '../shared/useShortcuts.ts';
import { citizenText, kindOf, reasonsOf } from './decision.ts';
import { useDecide } from './useDecide.ts';
import type { OnNotice } from './notice.ts';

interface DecisionFormProps {
  reviewCase: ReviewCase;
  decision: ReviewDecisionBody['decision'];
  /** Version of the case that the reviewer has read. */
  seenVersion: number;
  /** The reviewer has read the latest version. */
  onSeen: () => void;
  onClose: () => void;
  onNotice: OnNotice;
}

export function DecisionForm(props: DecisionFormProps) {
  const { reviewCase, decision, seenVersion, onSeen, onClose, onNotice } = props;
  const kind = kindOf(decision);
  const reasons = reasonsOf(reviewCase, decision);
  const [reasonCode, setReasonCode] = useState(reasons.length === 1 ? reasons[0]?.code : undefined);
  const [text, setText] = useState('');
  const reason = reasons.find((each) => each.code === reasonCode);
  const form = useRef<HTMLDivElement>(null);
  const fieldId = useId();
  const decide = useDecide(reviewCase, onNotice);
  const failure = failureIn(decide.error);
  const hasChanged = reviewCase.version !== seenVersion;
  const canConfirm = reason !== undefined && !hasChanged && !decide.isPending;

  useEffect(() => {
    form.current?.querySelector<HTMLElement>('input[type="radio"]')?.focus();
  }, []);
  useEffect(() => {
    if (failure?.code === 'text-missing') form.current?.querySelector('textarea')?.focus();
  }, [failure]);
  const pick = (at: number) => {
    setReasonCode(reasons[at]?.code ?? reasonCode);
    form.current?.querySelectorAll<HTMLElement>('input[type="radio"]')[at]?.focus();
  };
  useShortcuts({
    ...Object.fromEntries(reasons.slice(0, 9).map((_, at) => [String(at + 1), () => pick(at)])),
    escape: onClose,
  });
  const confirm = () => {
    if (canConfirm) decide.mutate({ decision, reasonCode: reason.code, text: text.trim(), seenVersion });
  };
  useConfirmKey(confirm);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      onClose();
    }
  };
  return (
    <div className="decision-form" ref={form} onKeyDown={onKeyDown}>
      <fieldset>
        <legend>{kind.label}的理由</legend>
        <Radio.Group
          name={`${fieldId}-reason`}
          value={reasonCode}
          onChange={(event) => setReasonCode(String(event.target.value))}
          className="decision-reasons"
        >
          {reasons.map((each, at) => (
            <Radio key={each.code} value={each.code}>
              {at < 9 && <kbd>{at + 1}</kbd>} {each.label}
            </Radio>
          ))}
        </Radio.Group>
      </fieldset>
      <div>
        <label className="field-label" htmlFor={`${fieldId}-text`}>
          补充说明（申请人会看到）
        </label>
        <Input.TextArea
          id={`${fieldId}-text`}
          value={text}
          rows={4}
          maxLength={500}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      <div className="decision-preview">
        <h3>申请人将看到</h3>
        <p aria-live="polite">{reason ? citizenText(reason, text) : '请先选择理由。'}</p>
        <Warnings reviewCase={reviewCase} decision={decision} />
        {hasChanged && (
          <Alert
            type="warning"
            showIcon
            title="这件申请刚刚有变化，页面已是最新内容，请再看一遍。"
            action={<Button onClick={onSeen}>我看过了</Button>}
          />
        )}
        {failure && !hasChanged && <FailureNotice failure={failure} onRetry={confirm} />}
        <div className="decision-confirm">
          <Button
            type="primary"
            danger={decision === 'reject'}
            disabled={!canConfirm}
            loading={decide.isPending}
            onClick={confirm}
          >
            确认{kind.label} <kbd>Ctrl+Enter</kbd>
          </Button>
          <Button onClick={onClose}>
            收起 <kbd>Esc</kbd>
          </Button>
        </div>
      </div>
    </div>
  );
}

function Warnings({ reviewCase, decision }: Pick<DecisionFormProps, 'reviewCase' | 'decision'>) {
  const failed = reviewCase.application.checks.filter((check) => check.outcome === 'failed').length;
  const differing = reviewCase.comparison.filter((row) => row.outcome === 'different').length;
  if (decision !== 'approve' || failed + differing === 0) return null;
  const parts = [
    failed > 0 && `${failed} 项自动核验不符`,
    differing > 0 && `${differing} 项填写与登记不一致`,
  ];
  return (
    <p className="decision-warning">
      注意：有 {parts.filter(Boolean).join('，')}。请确认证明材料足以说明后再通过。
    </p>
  );
}
