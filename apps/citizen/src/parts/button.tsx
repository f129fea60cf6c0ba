// A button that says what it is doing while it does it, and keeps the focus meanwhile.
import type { MouseEvent, ReactNode } from 'react';

interface ButtonProps {
  onPress?: () => void;
  main?: boolean;
  danger?: boolean;
  submit?: boolean;
  /** Words shown while it works; pressing again does nothing then. */
  working?: string | false;
  children: ReactNode;
}

export function Button({ onPress, main, danger, submit, working, children }: ButtonProps) {
  const press = (event: MouseEvent) => {
    if (working) event.preventDefault();
    else onPress?.();
  };
  return (
    <>
      <button
        className={`button${main ? ' button-main' : ''}${danger ? ' button-danger' : ''}`}
        type={submit ? 'submit' : 'button'}
        aria-disabled={working ? true : undefined}
        onClick={press}
      >
        {working || children}
      </button>
      <span role="status" className="only-heard">
        {working}
      </span>
    </>
  );
}
