// What is in force on a day, with the sources whose day of checking lies long back.
import type { PolicyDesk } from '@gongji/contract';
import type { PolicySource } from '@gongji/policy';
import { figuresInForce } from '@gongji/policy/tools';
import type { Figure } from '@gongji/policy/tools';
import type { PolicyShelf } from './shelf.ts';

/** After half a year a figure should have been compared with its source again (ours). */
const STALE_DAYS = 183;
const dayMs = 24 * 60 * 60 * 1000;

const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs);

function staleOf(figures: readonly Figure[], today: string): PolicyDesk['stale'] {
  const bySource = new Map<string, { source: PolicySource; days: number; figures: number }>();
  for (const { source } of figures) {
    // What is our own convention has no origin to be compared with.
    if (source === null || source.grade === 'ours') continue;
    const key = JSON.stringify(source);
    const known = bySource.get(key) ?? { source, days: daysBetween(source.checkedOn, today), figures: 0 };
    bySource.set(key, { ...known, figures: known.figures + 1 });
  }
  return [...bySource.values()]
    .filter(({ days }) => days >= STALE_DAYS)
    .sort((left, right) => right.days - left.days);
}

/** On a day before anything is recorded there is no policy and no figure. */
export function inForce(
  shelf: PolicyShelf,
  area: string,
  date: string,
  today: string,
): Pick<PolicyDesk, 'policy' | 'figures' | 'stale'> {
  const answer = figuresInForce(shelf.on(date).library, area, date);
  if (!answer.ok) return { policy: null, figures: [], stale: [] };
  const { policy, figures } = answer.value;
  return { policy, figures, stale: staleOf(figures, today) };
}
