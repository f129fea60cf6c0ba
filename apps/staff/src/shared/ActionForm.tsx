// A form that does one act: sent once however often it is pressed, and what went wrong stands above its button.
import { Button } from 'antd';
import type { FormEvent, ReactNode } from 'react';
import { failureIn } from '../api/failure.ts';
import { FailureNotice } from './FailureNotice.tsx';

interface ActionFormProps {
  /** Names the form to those who don't see it. */
  label: string;
  /** Shown as a heading too. */
  isHeaded?: boolean;
  /** As `useMutation` gives it. */
  action: { isPending: boolean; error: unknown; mutate: () => void };
  submitText: string;
  /** The act takes something away. */
  danger?: boolean;
  /** Something is still missing that no field of the form can tell. */
  disabled?: boolean;
  children: ReactNode;
}

export function ActionForm({
  label,
  isHeaded = false,
  action,
  submitText,
  danger = false,
  disabled = false,
  children,
}: ActionFormProps) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!action.isPending && !disabled) action.mutate();
  };
  const failure = failureIn(action.error);
  return (
    <form className="card account-form" aria-label={label} onSubmit={submit}>
      {isHeaded && <h2>{label}</h2>}
      {children}
      {failure && <FailureNotice failure={failure} onRetry={() => action.mutate()} />}
      <Button type="primary" danger={danger} htmlType="submit" loading={action.isPending} disabled={disabled}>
        {submitText}
      </Button>
    </form>
  );
}
