// A field for a day or a month that leads to its page as soon as a whole one is chosen.
import { useId } from 'react';

interface PeriodFieldProps {
  label: string;
  type: 'date' | 'month';
  value: string;
  onChange: (value: string) => void;
}

export function PeriodField({ label, type, value, onChange }: PeriodFieldProps) {
  const id = useId();
  return (
    <span className="period-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="select"
        type={type}
        value={value}
        required
        onChange={(event) => event.target.value && onChange(event.target.value)}
      />
    </span>
  );
}
