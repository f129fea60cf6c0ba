// A button that says what it is doing while it does it.
import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';

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
  const look = `button${main ? ' button-main' : ''}${danger ? ' button-danger' : ''}`;
  return (
    <AriaButton
      className={look}
      type={submit ? 'submit' : 'button'}
      isPending={Boolean(working)}
      {...(onPress ? { onPress } : {})}
    >
      {working || children}
    </AriaButton>
  );
}
