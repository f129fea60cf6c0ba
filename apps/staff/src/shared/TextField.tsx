// One line of text with its label above.
import { Input } from 'antd';
import { useId } from 'react';
import type { ComponentProps } from 'react';

interface TextFieldProps extends Pick<
  ComponentProps<typeof Input>,
  'maxLength' | 'minLength' | 'pattern' | 'title' | 'placeholder' | 'inputMode'
> {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** Must be filled in; so unless told otherwise. */
  required?: boolean;
}

export function TextField({ label, value, onChange, required = true, ...limits }: TextFieldProps) {
  const id = useId();
  return (
    <div>
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <Input
        id={id}
        value={value}
        required={required}
        onChange={(event) => onChange(event.target.value)}
        {...limits}
      />
    </div>
  );
}

/** Why something is done: 2 to 200 characters that are kept with the act. */
export function ReasonField({
  label = '理由（留下记录）',
  value,
  onChange,
}: Pick<TextFieldProps, 'value' | 'onChange'> & { label?: string }) {
  return <TextField label={label} value={value} onChange={onChange} minLength={2} maxLength={200} />;
}
