// Who gains and who loses: people counted by group, with what they and the fund pay before and after.
import type { PersonKind, TriedPerson } from './population.ts';
import type { PersonYear, Purpose } from './year.ts';

export type Dimension = 'all' | 'kind' | 'age' | 'purpose';

export interface GroupTally {
  dimension: Dimension;
  /** For example `retired`, `60-`, `outpatient`. */
  group: string;
  /** In Chinese. */
  name: string;
  /** People of the group; of a purpose, those who have it. */
  people: number;
  /** Pay less, more, the same afterwards. */
  gain: number;
  lose: number;
  same: number;
  /** On one side a figure that decides is not recorded: not counted as gain or loss, nor in the sums. */
  notComparable: number;
  ownBeforeFen: number;
  ownAfterFen: number;
  /** Of it from relatives' accounts. */
  relativesBeforeFen: number;
  relativesAfterFen: number;
  /** Of it in cash. */
  cashBeforeFen: number;
  cashAfterFen: number;
  fundBeforeFen: number;
  fundAfterFen: number;
  /** Months of waiting before benefits begin, of all the group together. */
  waitingBeforeMonths: number;
  waitingAfterMonths: number;
}

const SUMS = [
  'ownBeforeFen',
  'ownAfterFen',
  'relativesBeforeFen',
  'relativesAfterFen',
  'cashBeforeFen',
  'cashAfterFen',
  'fundBeforeFen',
  'fundAfterFen',
  'waitingBeforeMonths',
  'waitingAfterMonths',
] as const;

type Sums = Pick<GroupTally, (typeof SUMS)[number]>;
type Change = Sums & { comparable: boolean };

export interface PersonChange {
  person: TriedPerson;
  byPurpose: Partial<Record<Purpose, Change>>;
  total: Change;
}

const PURPOSE_NAMES: Record<Purpose, string> = {
  premium: '居民医保缴费',
  outpatient: '普通门诊',
  chronic: '门诊慢性病',
  pharmacy: '药店购药',
};
const KIND_NAMES: Record<PersonKind, string> = {
  'in-service': '在职职工',
  retired: '退休职工',
  resident: '城乡居民',
};
const AGES: readonly { group: string; name: string; from: number; to: number }[] = [
  { group: '0-17', name: '17 岁及以下', from: 0, to: 18 },
  { group: '18-39', name: '18 至 39 岁', from: 18, to: 40 },
  { group: '40-59', name: '40 至 59 岁', from: 40, to: 60 },
  { group: '60-', name: '60 岁及以上', from: 60, to: 200 },
];

/** Only what can be compared. */
function sumsOf(changes: readonly Change[]): Sums {
  const comparable = changes.filter((change) => change.comparable);
  const sum = (key: (typeof SUMS)[number]) => comparable.reduce((total, change) => total + change[key], 0);
  return Object.fromEntries(SUMS.map((key) => [key, sum(key)])) as Sums;
}

/** A person is compared by the purposes that are recorded on both sides; with none of those, not at all. */
export function personChange(person: TriedPerson, before: PersonYear, after: PersonYear): PersonChange {
  const byPurpose: PersonChange['byPurpose'] = {};
  for (const purpose of Object.keys(PURPOSE_NAMES) as Purpose[]) {
    const [old, fresh] = [before[purpose], after[purpose]];
    if (old === undefined || fresh === undefined) continue;
    byPurpose[purpose] = {
      comparable: old.recorded && fresh.recorded,
      ownBeforeFen: old.ownFen,
      ownAfterFen: fresh.ownFen,
      relativesBeforeFen: old.relativesFen,
      relativesAfterFen: fresh.relativesFen,
      cashBeforeFen: old.cashFen,
      cashAfterFen: fresh.cashFen,
      fundBeforeFen: old.fundFen,
      fundAfterFen: fresh.fundFen,
      waitingBeforeMonths: old.waitingMonths,
      waitingAfterMonths: fresh.waitingMonths,
    };
  }
  const changes = Object.values(byPurpose);
  const comparable = changes.length === 0 || changes.some((change) => change.comparable);
  return { person, byPurpose, total: { comparable, ...sumsOf(changes) } };
}

function tallyOf(dimension: Dimension, group: string, name: string, changes: readonly Change[]): GroupTally {
  const comparable = changes.filter((change) => change.comparable);
  const gain = comparable.filter(({ ownBeforeFen, ownAfterFen }) => ownAfterFen < ownBeforeFen).length;
  const lose = comparable.filter(({ ownBeforeFen, ownAfterFen }) => ownAfterFen > ownBeforeFen).length;
  return {
    dimension,
    group,
    name,
    people: changes.length,
    gain,
    lose,
    same: comparable.length - gain - lose,
    notComparable: changes.length - comparable.length,
    ...sumsOf(changes),
  };
}

/** Everybody first, then by kind, age and purpose; groups without people are left out. */
export function talliesOf(changes: readonly PersonChange[]): GroupTally[] {
  const totals = (of: readonly PersonChange[]): Change[] => of.map(({ total }) => total);
  const kinds = (Object.keys(KIND_NAMES) as PersonKind[]).map((kind) =>
    tallyOf('kind', kind, KIND_NAMES[kind], totals(changes.filter(({ person }) => person.kind === kind))),
  );
  const ages = AGES.map(({ group, name, from, to }) =>
    tallyOf('age', group, name, totals(changes.filter(({ person: { age } }) => age >= from && age < to))),
  );
  const purposes = (Object.keys(PURPOSE_NAMES) as Purpose[]).map((purpose) => {
    const having = changes.flatMap(({ byPurpose }) => byPurpose[purpose] ?? []);
    return tallyOf('purpose', purpose, PURPOSE_NAMES[purpose], having);
  });
  const all = [tallyOf('all', 'all', '全部人员', totals(changes)), ...kinds, ...ages, ...purposes];
  return all.filter(({ people }) => people > 0);
}
