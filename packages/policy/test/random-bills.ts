// Random questions for the engine and the second opinion: every kind of patient, place, registration, filing and account.
import type { QuoteAccount, QuoteInput } from '../src/index.ts';
import { EXAMPLE_CITY } from './example-city.ts';

/** Numbers below `limit`, the same sequence for the same seed (mulberry32). */
function randomFrom(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * limit);
  };
}

/** Days on and around the edges of the recorded spans and of the warnings before a filing ends (30 and 60 days), and some between. */
const DAYS = [
  ...['2023-12-31', '2024-01-01', '2024-09-04', '2024-09-05', '2025-06-15', '2025-07-15', '2025-12-31'],
  ...['2026-01-01', '2026-01-08', '2026-01-09', '2026-02-28', '2026-03-01', '2026-03-10', '2026-10-10'],
] as const;
const GIVER_AREAS = ['211200', EXAMPLE_CITY, '340500', '340500', '999999', '110100'];

/** A generator of questions; the same seed gives the same ones. */
export function billsFrom(seed: number): () => QuoteInput {
  const below = randomFrom(seed);
  const chance = (percent: number): boolean => below(100) < percent;
  const pick = <Value>(values: readonly Value[]): Value => values[below(values.length)]!;
  const fen = (most: number): number => (chance(30) ? 0 : chance(30) ? below(400) : below(most));
  const span = (): { from: string; to?: string } => {
    const [left, right] = [pick(DAYS), pick(DAYS)].sort();
    if (left === undefined || right === undefined || left === right || chance(30))
      return { from: pick(DAYS) };
    return { from: left, to: right };
  };
  const account = (owner: string): QuoteAccount => ({
    owner,
    priorYearFen: fen(90_000),
    currentYearFen: fen(40_000),
    ...(chance(30) ? { limitFen: fen(30_000) } : {}),
    ...(chance(30) ? { yearLimitLeftFen: fen(60_000) } : {}),
    ...(chance(25) ? { quotaFen: fen(60_000) } : {}),
    ...(owner !== 'self' && chance(60) ? { area: pick(GIVER_AREAS) } : {}),
  });
  const patient = (): QuoteInput['patient'] => {
    const diseases = ['hypertension', 'diabetes', ...(chance(3) ? ['asthma'] : [])];
    const chronic = chance(40) ? diseases.filter(() => chance(60)) : [];
    const registrations = diseases.filter(() => chance(75)).map((disease) => ({ disease, ...span() }));
    return {
      scheme: pick(['employee', 'resident'] as const),
      retired: chance(40),
      chronic,
      ...(chance(75) ? { registrations } : {}),
      ...(chance(70) ? { filing: { place: pick(['21', '2101', '210100', '11']), ...span() } } : {}),
    };
  };
  return () => {
    const area = chance(50) ? EXAMPLE_CITY : '211200';
    const inScopeFen = chance(2) ? below(1e9) * 900_000 + below(1_000) : fen(chance(20) ? 900_000 : 90_000);
    const [wholly, over, pre] = [fen(4_000), fen(2_000), fen(6_000)];
    const owners = ['giver-1', 'self', 'giver-2', 'giver-3'].filter(() => chance(50));
    return {
      area,
      date: pick(DAYS),
      patient: patient(),
      institution: {
        kind: chance(80) ? 'hospital' : 'pharmacy',
        level: pick([1, 2, 3] as const),
        area: chance(60) ? area : pick(['210100', '110100']),
      },
      bill: {
        totalFen: inScopeFen + wholly + over + pre,
        whollySelfPaidFen: wholly,
        overPriceLimitFen: over,
        preSelfPaidFen: pre,
      },
      yearToDate: {
        deductibleFen: pick([0, 1, 9_999, 19_999, 20_000, 29_999, 30_000, 40_000, below(35_000)]),
        fundPaidFen: pick([0, 49_999, 50_000, 299_999, 300_000, 399_999, 400_000, below(450_000)]),
      },
      accounts: owners.map(account),
    };
  };
}
