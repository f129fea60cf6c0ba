// The button of something that cannot be taken lightly: a key held down or pressed twice in haste does not reach it.
import { Button } from 'antd';
import type { ButtonProps } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';

/** Time in which a second press still belongs to the step before. */
const settleMs = 400;

/** Is disabled for a moment when it appears, and then takes the focus. */
export function CarefulButton({ disabled, ...rest }: ButtonProps) {
  const button = useRef<HTMLButtonElement & HTMLAnchorElement>(null);
  const [isReady, setIsReady] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsReady(true), settleMs);
    return () => clearTimeout(timer);
  }, []);
  useEffect(() => {
    if (isReady) button.current?.focus({ preventScroll: true });
  }, [isReady]);
  const stopRepeats = (event: KeyboardEvent) => {
    if (event.repeat && event.key === 'Enter') event.preventDefault();
  };
  return <Button {...rest} ref={button} disabled={disabled === true || !isReady} onKeyDown={stopRepeats} />;
}
