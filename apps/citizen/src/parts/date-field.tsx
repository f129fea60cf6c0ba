// A day, typed or picked in the browser's own way, which phones and screen readers know.
import { describedBy, Frame } from './field.tsx';

interface DateFieldProps {
  id: string;
  label: string;
  /** YYYY-MM-DD, or empty. */
  value: string;
  onChange: (value: string) => void;
  min?: string | undefined;
  hint?: string;
  error?: string | undefined;
}

export const DateField = ({ id, label, value, onChange, min, hint, error }: DateFieldProps) => (
  <Frame id={id} label={label} hint={hint} error={error}>
    <input
      id={id}
      type="date"
      value={value}
      min={min}
      aria-invalid={error ? true : undefined}
      aria-describedby={describedBy(id, hint, error)}
      onChange={(event) => onChange(event.target.value)}
    />
  </Frame>
);
