// A number that opens the list behind it; zero is only a number.
import type { ReactNode } from 'react';

interface NumberButtonProps {
  value: number;
  /** What it counts, for readers. */
  label: string;
  onOpen: () => void;
  children?: ReactNode;
}

export function NumberButton({ value, label, onOpen, children }: NumberButtonProps) {
  if (value === 0) return children ?? value;
  return (
    <button type="button" className="number-button" onClick={onOpen}>
      {children ?? value}
      <span className="visually-hidden">，{label}，打开名单</span>
    </button>
  );
}
