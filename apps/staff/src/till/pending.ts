// A settlement that was sent and not yet answered, kept over a reload so that it is asked again, not made twice.
import type { ShownQuote } from './till-state.ts';

const slot = 'gongji-staff:pending-settlement';

export const keepPending = (shown: ShownQuote): void => sessionStorage.setItem(slot, JSON.stringify(shown));
export const dropPending = (): void => sessionStorage.removeItem(slot);

export function readPending(): ShownQuote | null {
  const text = sessionStorage.getItem(slot);
  return text === null ? null : (JSON.parse(text) as ShownQuote);
}
