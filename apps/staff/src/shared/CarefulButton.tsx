// The button of something that cannot be taken lightly: a key held down or pressed twice in haste does not reach it.
import { Button } from 'antd';
import type { ButtonProps } from 'antd';
import { useEffect, useRef } from 'react';
import type { KeyboardEvent } from 'react';

/** Time in which a second press still belongs to the step before. */
const settleMs = 500;

/** Takes the focus when it appears, and starts to work a moment later. */
export function CarefulButton({ onClick, ...rest }: ButtonProps) {
  const button = useRef<HTMLButtonElement & HTMLAnchorElement>(null);
  const isReady = useRef(false);
  useEffect(() => {
    button.current?.focus({ preventScroll: true });
    const timer = setTimeout(() => (isReady.current = true), settleMs);
    return () => clearTimeout(timer);
  }, []);
  const stopRepeats = (event: KeyboardEvent) => {
    if (event.repeat && event.key === 'Enter') event.preventDefault();
  };
  return (
    <Button
      {...rest}
      ref={button}
      onKeyDown={stopRepeats}
      onClick={(event) => {
        if (isReady.current) onClick?.(event);
      }}
    />
  );
}
