// Ctrl+Enter (or Command+Enter) does the main thing of the page, wherever the focus is.
import { useEffect, useEffectEvent } from 'react';

export function useConfirmKey(confirm: () => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    if (event.repeat || event.isComposing || event.defaultPrevented) return;
    if (document.querySelector('[role="dialog"]')) return;
    event.preventDefault();
    confirm();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event);
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, []);
}
