// Fair timing on a machine with other work: contestants take turns in rounds, and the median round of each counts.
import type { Say } from './bench.ts';

/** The middle value; the mean of the middle two of an even number. Throws on an empty list. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  if (upper === undefined || lower === undefined) throw new Error('the median of nothing was asked');
  return (lower + upper) / 2;
}

/** One contestant: does its work once and returns how many operations that was. */
export interface Contestant<Name extends string> {
  name: Name;
  work: () => number | Promise<number>;
}

export interface Rounds {
  rounds: number;
  /** Rounds before the counted ones, for the compiler to warm up. */
  warmUp: number;
  /** A contestant repeats its work within one turn until this many milliseconds are over. */
  turnMs: number;
}

async function turn(work: Contestant<string>['work'], turnMs: number): Promise<number> {
  const from = performance.now();
  let operations = 0;
  let passedMs: number;
  do {
    operations += await work();
    passedMs = performance.now() - from;
  } while (passedMs < turnMs);
  return (operations * 1000) / passedMs;
}

/** Operations per second of each contestant in each counted round; the order of turns rotates from round to round. */
export async function interleaved<Name extends string>(
  contestants: readonly Contestant<Name>[],
  { rounds, warmUp, turnMs }: Rounds,
  say: Say,
): Promise<Record<Name, number[]>> {
  const perSecond = Object.fromEntries(
    contestants.map(({ name }): [string, number[]] => [name, []]),
  ) as Record<Name, number[]>;
  for (let round = 0; round < warmUp + rounds; round += 1) {
    const shift = round % contestants.length;
    for (const { name, work } of [...contestants.slice(shift), ...contestants.slice(0, shift)]) {
      const speed = await turn(work, turnMs);
      if (round >= warmUp) perSecond[name].push(speed);
    }
    const label = round < warmUp ? `warm-up ${round + 1}/${warmUp}` : `round ${round - warmUp + 1}/${rounds}`;
    if (round >= warmUp) {
      const latest = contestants.map(({ name }) => `${name} ${Math.round(perSecond[name].at(-1) ?? 0)}/s`);
      say(`${label}: ${latest.join(', ')}`);
    } else say(label);
  }
  return perSecond;
}
