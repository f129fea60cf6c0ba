// Single-key shortcuts: never while somebody types, and each person can turn them off.
import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';

const slot = 'gongji-staff:shortcuts';
const listeners = new Set<() => void>();

const isOn = () => localStorage.getItem(slot) !== 'off';

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether single keys work, and the switch for it. */
export function useShortcutSwitch(): [boolean, (on: boolean) => void] {
  const on = useSyncExternalStore(subscribe, isOn);
  const set = (next: boolean) => {
    localStorage.setItem(slot, next ? 'on' : 'off');
    for (const listener of listeners) listener();
  };
  return [on, set];
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.closest('[role="dialog"]')) return true;
  if (target instanceof HTMLInputElement) return !['radio', 'checkbox', 'button'].includes(target.type);
  return target instanceof HTMLTextAreaElement || target.isContentEditable;
}

/** Calls the entry of the key that was pressed; keys are written as `KeyboardEvent.key` in lower case. */
export function useShortcuts(actions: Partial<Record<string, () => void>>): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const isModified = event.ctrlKey || event.metaKey || event.altKey;
    if (isModified || event.repeat || event.defaultPrevented || !isOn() || isTyping(event.target)) return;
    const action = actions[event.key.toLowerCase()];
    if (!action) return;
    event.preventDefault();
    action();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event);
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, []);
}
