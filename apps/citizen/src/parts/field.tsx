// A labelled place to type in, with its hint and its error beside it.
import type { HTMLInputAutoCompleteAttribute, InputHTMLAttributes, ReactNode } from 'react';

interface FrameProps {
  id: string;
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  children: ReactNode;
}

/** The ids that describe the control, for aria-describedby. */
export const describedBy = (id: string, hint: ReactNode, error: string | undefined): string | undefined =>
  [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ') || undefined;

export function Frame({ id, label, hint, error, children }: FrameProps) {
  return (
    <div className={`field${error ? ' field-wrong' : ''}`}>
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
      {children}
    </div>
  );
}

interface TextFieldProps {
  id: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
  onBlur?: () => void;
  hint?: ReactNode;
  error?: string | undefined;
  inputMode?: InputHTMLAttributes<HTMLInputElement>['inputMode'];
  autoComplete?: HTMLInputAutoCompleteAttribute;
  maxLength?: number;
  wideLetters?: boolean;
  /** Said below the input, and aloud, while one types. */
  live?: ReactNode;
}

export function TextField(props: TextFieldProps) {
  const { id, label, hint, error, value, onChange, onBlur, live } = props;
  return (
    <Frame id={id} label={label} hint={hint} error={error}>
      <input
        id={id}
        className={props.wideLetters ? 'wide-letters' : undefined}
        type="text"
        inputMode={props.inputMode ?? 'text'}
        autoComplete={props.autoComplete ?? 'off'}
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={props.maxLength}
        value={value}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, hint, error)}
        onChange={(event) => onChange(event.target.value)}
        onBlur={onBlur}
      />
      {live !== undefined && (
        <p className="field-live" aria-live="polite">
          {live}
        </p>
      )}
    </Frame>
  );
}

interface TextAreaProps {
  id: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
  hint?: ReactNode;
  error?: string | undefined;
  maxLength: number;
}

export function TextArea({ id, label, value, onChange, hint, error, maxLength }: TextAreaProps) {
  return (
    <Frame id={id} label={label} hint={hint} error={error}>
      <textarea
        id={id}
        rows={4}
        maxLength={maxLength}
        value={value}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, hint, error)}
        onChange={(event) => onChange(event.target.value)}
      />
    </Frame>
  );
}

interface SelectFieldProps {
  id: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
  options: { value: string; text: string }[];
  /** The first, empty choice. */
  empty: string;
  hint?: ReactNode;
  error?: string | undefined;
}

export function SelectField({ id, label, value, onChange, options, empty, hint, error }: SelectFieldProps) {
  return (
    <Frame id={id} label={label} hint={hint} error={error}>
      <select
        id={id}
        value={value}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, hint, error)}
        onChange={(event) => onChange(event.target.value)}
      >
        <option value="">{empty}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </Frame>
  );
}
