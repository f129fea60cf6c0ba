// Usage records in the order of a statement: by day, the latest first.
import type { Answer } from '@gongji/contract';
import { dayOf } from './date.ts';

export type Usage = Answer<'searchUsages'>['items'][number];

export interface UsageDay {
  day: string;
  usages: Usage[];
}

export function byDay(usages: Usage[]): UsageDay[] {
  const days = new Map<string, Usage[]>();
  for (const usage of usages.toSorted((one, other) => Date.parse(other.at) - Date.parse(one.at))) {
    const day = dayOf(usage.at);
    days.set(day, [...(days.get(day) ?? []), usage]);
  }
  return [...days].map(([day, ofDay]) => ({ day, usages: ofDay }));
}
