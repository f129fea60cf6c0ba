// A population for trying out a policy: random, the same for the same seed, and not a statistic of any real place.
import type { InstitutionLevel, MemberGroup, QuoteBill } from '../../types.ts';

/** What the money of one visit is for. */
export type VisitPurpose = 'outpatient' | 'chronic' | 'pharmacy';
export type PersonKind = 'in-service' | 'retired' | 'resident';

/** The money of a personal account by its year (fen). */
export interface Savings {
  priorYearFen: number;
  currentYearFen: number;
}

interface Visit {
  purpose: VisitPurpose;
  /** 1 to 12. */
  month: number;
  /** Absent at a pharmacy. */
  level?: InstitutionLevel;
  bill: QuoteBill;
}

export interface TriedPerson {
  kind: PersonKind;
  /** Full years. */
  age: number;
  /** Group of the residents' premium. */
  group: MemberGroup;
  student: boolean;
  /** Disease for which the person is registered; '' for none. */
  disease: string;
  /** The own account; empty for residents. */
  account: Savings;
  /** The account of a relative who shares, insured in the same area; absent: nobody shares. */
  giver?: Savings;
  /** Years without a premium before this one, and how many of them are paid for now. */
  missedYears: number;
  repairedYears: number;
  /** The premium is paid after the window. */
  paysLate: boolean;
  /** In the order of the year. */
  visits: Visit[];
}

type Random = () => number;

/** The mulberry32 generator: small, quick and the same everywhere; never for secrets. */
function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const between = (random: Random, least: number, most: number): number =>
  least + Math.floor(random() * (most - least + 1));

function pick<Value>(random: Random, weighted: readonly (readonly [Value, number])[]): Value {
  let left = random() * weighted.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [value, weight] of weighted) {
    left -= weight;
    if (left < 0) return value;
  }
  const last = weighted.at(-1);
  if (last === undefined) throw new Error('nothing to pick from');
  return last[0];
}

/** Bills from about 20 to about 3000 yuan, small ones often and large ones seldom. */
function totalOf(random: Random): number {
  return Math.round(2000 * Math.exp(random() * 3 + random() * 2));
}

function billOf(random: Random): QuoteBill {
  const totalFen = totalOf(random);
  const part = (chance: number, most: number): number =>
    random() < chance ? Math.floor(totalFen * random() * most) : 0;
  return {
    totalFen,
    whollySelfPaidFen: part(0.3, 0.2),
    overPriceLimitFen: part(0.1, 0.1),
    preSelfPaidFen: part(0.4, 0.2),
  };
}

function visitOf(random: Random, disease: string): Visit {
  const purpose = pick<VisitPurpose>(random, [
    ['outpatient', 6],
    ['pharmacy', 2],
    ['chronic', disease === '' ? 0 : 6],
  ]);
  const bill = billOf(random);
  const month = between(random, 1, 12);
  if (purpose === 'pharmacy') return { purpose, month, bill };
  const level = pick<InstitutionLevel>(random, [
    [1, 4],
    [2, 3],
    [3, 3],
  ]);
  return { purpose, month, level, bill };
}

function ageOf(random: Random, kind: PersonKind): number {
  if (kind === 'retired') return between(random, 55, 90);
  if (kind === 'in-service') return between(random, 20, 59);
  return pick(random, [
    [between(random, 0, 17), 3],
    [between(random, 18, 59), 4],
    [between(random, 60, 90), 3],
  ]);
}

const GROUPS: readonly (readonly [MemberGroup, number])[] = [
  ['ordinary', 88],
  ['minimum-living', 5],
  ['severely-disabled', 2],
  ['monitored', 2],
  ['destitute', 1],
  ['returned-to-poverty', 1],
  ['lonely-elderly', 0.5],
  ['orphan', 0.5],
];

/** Up to about 6000 yuan of earlier years and 1500 of this one. */
function savingsOf(random: Random): Savings {
  return { priorYearFen: between(random, 0, 600_000), currentYearFen: between(random, 0, 150_000) };
}

/** Most people have missed no year. */
function gapOf(random: Random): Pick<TriedPerson, 'missedYears' | 'repairedYears' | 'paysLate'> {
  const missedYears = pick(random, [
    [0, 88],
    [1, 5],
    [2, 3],
    [4, 4],
  ]);
  return {
    missedYears,
    repairedYears: between(random, 0, Math.min(missedYears, 1)),
    paysLate: random() < 0.05,
  };
}

function personOf(random: Random, diseases: readonly string[]): TriedPerson {
  const kind = pick<PersonKind>(random, [
    ['in-service', 20],
    ['retired', 8],
    ['resident', 72],
  ]);
  const age = ageOf(random, kind);
  const isIll = diseases.length > 0 && random() < (age >= 60 ? 0.4 : age >= 40 ? 0.15 : 0.02);
  const disease = isIll ? (diseases[between(random, 0, diseases.length - 1)] ?? '') : '';
  const most = (age >= 60 ? 12 : 6) + (isIll ? 4 : 0);
  const visits = Array.from({ length: between(random, 0, most) }, () => visitOf(random, disease));
  visits.sort((left, right) => left.month - right.month);
  const group = pick(random, GROUPS);
  const account = kind === 'resident' ? { priorYearFen: 0, currentYearFen: 0 } : savingsOf(random);
  const giver = random() < 0.4 ? { giver: savingsOf(random) } : {};
  const student = age >= 6 && age < 18;
  return { kind, age, group, student, disease, account, ...giver, ...gapOf(random), visits };
}

/**
 * Pure. `size` people from `seed`; the shares are made up (ours): about a quarter employees, more bills and more registered diseases in
 * old age, two in five with a relative who shares, one in eight with missed years, one in twenty paying late. The same size, seed and diseases give the same people everywhere.
 */
export function populationOf(size: number, seed: number, diseases: readonly string[]): TriedPerson[] {
  const random = randomFrom(seed);
  return Array.from({ length: size }, () => personOf(random, diseases));
}
