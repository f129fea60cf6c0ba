// Random outpatient bills of Tieling, the same ones each time: hospitals and pharmacies, at home and elsewhere, chronic or not.
import type { QuoteAccount, QuoteInput } from '@gongji/policy';

export const AREA = '211200';

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

export function randomBills(count: number, seed = 20261122): QuoteInput[] {
  const below = randomFrom(seed);
  const chance = (percent: number): boolean => below(100) < percent;
  const fen = (most: number): number => (chance(30) ? 0 : below(most));
  const day = (firstYear: number, years: number): string => {
    const two = (value: number): string => String(value).padStart(2, '0');
    return `${firstYear + below(years)}-${two(1 + below(12))}-${two(1 + below(28))}`;
  };
  const account = (owner: string): QuoteAccount => ({
    owner,
    priorYearFen: fen(80_000),
    currentYearFen: fen(40_000),
    ...(chance(30) ? { limitFen: below(30_000) } : {}),
    ...(chance(20) ? { yearLimitLeftFen: below(60_000) } : {}),
  });
  return Array.from({ length: count }, (): QuoteInput => {
    const outside = [fen(4_000), fen(2_000), fen(6_000)] as const;
    const chronic = chance(25) ? [chance(50) ? 'hypertension' : 'diabetes'] : [];
    const owners = ['self', 'giver-1', 'giver-2'].filter(() => chance(60));
    return {
      area: AREA,
      date: day(2024, 3),
      patient: {
        scheme: chance(75) ? 'employee' : 'resident',
        retired: chance(35),
        chronic,
        registrations: chronic.filter(() => chance(85)).map((disease) => ({ disease, from: day(2022, 4) })),
      },
      institution: {
        kind: chance(85) ? 'hospital' : 'pharmacy',
        level: (1 + below(3)) as 1 | 2 | 3,
        area: chance(90) ? AREA : '210100',
      },
      bill: {
        totalFen: below(120_000) + outside[0] + outside[1] + outside[2],
        whollySelfPaidFen: outside[0],
        overPriceLimitFen: outside[1],
        preSelfPaidFen: outside[2],
      },
      yearToDate: { deductibleFen: fen(40_000), fundPaidFen: fen(320_000) },
      accounts: owners.map(account),
    };
  });
}
