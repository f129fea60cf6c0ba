// One amount in yuan: label, hint, and what is wrong with it.
import { Input } from 'antd';
import type { KeyboardEvent } from 'react';
import type { BillField } from './bill.ts';

interface YuanFieldProps {
  field: BillField;
  label: string;
  hint: string;
  text: string;
  error: string | null;
  isLocked: boolean;
  onChange: (text: string) => void;
  onBlur: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

export function YuanField(props: YuanFieldProps) {
  const { field, label, hint, text, error, isLocked, onChange, onBlur, onKeyDown } = props;
  const hintId = `${field}-hint`;
  return (
    <div className="yuan-field">
      <div>
        <label className="field-label" htmlFor={field}>
          {label}（元）
        </label>
        <p id={hintId} className={error === null ? 'field-hint' : 'field-error'}>
          {error ?? hint}
        </p>
      </div>
      <Input
        id={field}
        className="yuan-input"
        inputMode="decimal"
        prefix="¥"
        placeholder="0.00"
        autoComplete="off"
        data-step
        value={text}
        disabled={isLocked}
        status={error === null ? '' : 'error'}
        aria-invalid={error !== null}
        aria-describedby={hintId}
        onChange={(event) => onChange(event.target.value)}
        onBlur={onBlur}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}
