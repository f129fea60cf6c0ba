// One of several, as large rows; and a tick for consent.
import type { ReactNode } from 'react';
import { CheckboxButton, CheckboxField } from 'react-aria-components/Checkbox';
import { FieldError } from 'react-aria-components/FieldError';
import { Label } from 'react-aria-components/Label';
import { RadioButton, RadioField, RadioGroup } from 'react-aria-components/RadioGroup';
import { CheckIcon } from './icons.tsx';

interface ChoiceProps<Value extends string> {
  /** Of the group; the error summary leads here. */
  id: string;
  label: string;
  value: Value | null;
  onChange: (value: Value) => void;
  options: { value: Value; text: ReactNode; note?: ReactNode }[];
  error?: string | undefined;
  /** Side by side where there is room. */
  columns?: boolean;
}

export function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const { id, label, value, onChange, options, error, columns } = props;
  return (
    <RadioGroup
      id={id}
      className={`field choice${columns ? ' choice-columns' : ''}${error ? ' field-wrong' : ''}`}
      value={value}
      isInvalid={Boolean(error)}
      validationBehavior="aria"
      onChange={(chosen) => onChange(chosen as Value)}
    >
      <Label className="field-label">{label}</Label>
      {error && <FieldError className="field-error">{error}</FieldError>}
      <div className="choice-rows">
        {options.map((option) => (
          <RadioField key={option.value} value={option.value}>
            <RadioButton className="choice-row">
              <span className="choice-dot" aria-hidden="true" />
              <span className="choice-words">
                <span className="choice-text">{option.text}</span>
                {option.note && <span className="choice-note">{option.note}</span>}
              </span>
            </RadioButton>
          </RadioField>
        ))}
      </div>
    </RadioGroup>
  );
}

interface ConsentProps {
  id: string;
  on: boolean;
  onChange: (on: boolean) => void;
  error?: string | undefined;
  children: ReactNode;
}

export const Consent = ({ id, on, onChange, error, children }: ConsentProps) => (
  <CheckboxField
    id={id}
    className={`field${error ? ' field-wrong' : ''}`}
    isSelected={on}
    isInvalid={Boolean(error)}
    validationBehavior="aria"
    onChange={onChange}
  >
    {error && <FieldError className="field-error">{error}</FieldError>}
    <CheckboxButton className="consent">
      <span className="consent-box" aria-hidden="true">
        <CheckIcon />
      </span>
      <span>{children}</span>
    </CheckboxButton>
  </CheckboxField>
);
