// Worked cases made from the recorded figures themselves: every cell just below, at and above its edges, and on its first and last day.
import type { AreaPolicy, PolicyLibrary, Slice } from '../library.ts';
import { previousDay } from '../calendar.ts';
import { bindingBoundaries } from './boundary-binding.ts';
import { premiumBoundaries } from './boundary-premium.ts';
import type { WorkedCase } from './case-files.ts';

type Outpatient = NonNullable<Slice['outpatient']>;
type Ordinary = Exclude<Outpatient['ordinary']['employee'], 'notRecorded'>;
type Scheme = 'employee' | 'resident';

/** A case without a file: what it promises is worked out here by plain arithmetic from the figure. */
export type MadeCase = Omit<WorkedCase, 'file' | 'line' | 'refusal'> & Pick<Partial<WorkedCase>, 'refusal'>;

interface Spell {
  entry: Outpatient;
  /** First and last day on which the entry counts in this area; no last day for one without an end. */
  days: string[];
}

/** Each entry that counts, with its edges as the layers cut them. */
function spellsOf({ slices }: AreaPolicy): Spell[] {
  const spells = new Map<Outpatient, { from: string; to: string | undefined }>();
  for (const { outpatient, from, to } of [...slices].reverse()) {
    if (outpatient === undefined) continue;
    const first = spells.get(outpatient)?.from ?? from;
    spells.set(outpatient, { from: first, to });
  }
  return [...spells].map(([entry, { from, to }]) => ({
    entry,
    days: to === undefined ? [from] : [from, previousDay(to)],
  }));
}

const CELL_RATE_BASE_FEN = 10_000;

/** Half a fen is rounded up, once. */
const shareOf = (fen: number, ratePerTenThousand: number): number =>
  Math.floor((fen * ratePerTenThousand + 5000) / 10_000);

function bill(area: string, date: string, scheme: Scheme, totalFen: number) {
  return {
    area,
    date,
    patient: { scheme, retired: false, chronic: [] as string[] },
    institution: { kind: 'hospital', level: 1, area },
    bill: { totalFen, whollySelfPaidFen: 0, overPriceLimitFen: 0, preSelfPaidFen: 0 },
    yearToDate: { deductibleFen: 0, fundPaidFen: 0 },
    accounts: [],
  };
}

function cellCases(area: string, date: string, scheme: Scheme, benefit: Ordinary): MadeCase[] {
  const cases: MadeCase[] = [];
  for (const level of [1, 2, 3] as const) {
    for (const retired of [false, true]) {
      const rate = benefit.ratio[retired ? 'retired' : 'inService'][`level${level}`];
      const thresholdFen = benefit.deductible[`level${level}Fen`];
      const capFen = benefit.cap.fen;
      const add = (
        name: string,
        totalFen: number,
        yearToDate: { deductibleFen: number; fundPaidFen: number },
        answer: { fundFen: number; deductibleFen: number },
      ): void => {
        const base = bill(area, date, scheme, totalFen);
        const input = {
          ...base,
          patient: { ...base.patient, retired },
          institution: { ...base.institution, level },
          yearToDate,
        };
        const who = `${scheme} level ${level} ${retired ? 'retired' : 'in service'}`;
        cases.push({ name: `${area} ${date} ${who}: ${name}`, ask: 'quote', input, answer });
      };
      const nothing = { deductibleFen: 0, fundPaidFen: 0 };
      const full = Math.min(rate, capFen);
      add('at the deductible', thresholdFen, nothing, { fundFen: 0, deductibleFen: thresholdFen });
      add('one fen above the deductible', thresholdFen + 1, nothing, {
        fundFen: Math.min(shareOf(1, rate), capFen),
        deductibleFen: thresholdFen,
      });
      add('100 yuan above the deductible', thresholdFen + CELL_RATE_BASE_FEN, nothing, {
        fundFen: full,
        deductibleFen: thresholdFen,
      });
      const accrued = { deductibleFen: thresholdFen, fundPaidFen: 0 };
      add('the deductible is accrued', CELL_RATE_BASE_FEN, accrued, { fundFen: full, deductibleFen: 0 });
      if (capFen > 0 && rate > 0) {
        add(
          'one fen below the cap',
          CELL_RATE_BASE_FEN,
          { ...accrued, fundPaidFen: capFen - 1 },
          { fundFen: 1, deductibleFen: 0 },
        );
      }
      add(
        'at the cap',
        CELL_RATE_BASE_FEN,
        { ...accrued, fundPaidFen: capFen },
        { fundFen: 0, deductibleFen: 0 },
      );
    }
  }
  return cases;
}

function chronicCases(area: string, date: string, chronic: Outpatient['chronic']): MadeCase[] {
  if (chronic === 'notRecorded') return [];
  return (['employee', 'resident'] as const).flatMap((scheme) => {
    const share = chronic[scheme];
    if (share === 'notRecorded') return [];
    return chronic.diseases.map(({ code }): MadeCase => {
      const base = bill(area, date, scheme, CELL_RATE_BASE_FEN);
      return {
        name: `${area} ${date} ${scheme} ${code}: 100 yuan`,
        ask: 'quote',
        input: { ...base, patient: { ...base.patient, chronic: [code] } },
        answer: { fundFen: share.ratePerTenThousand, deductibleFen: 0 },
      };
    });
  });
}

function outpatientBoundaries(policy: AreaPolicy): MadeCase[] {
  const spells = spellsOf(policy);
  const cases = spells.flatMap(({ entry, days }) =>
    days.flatMap((date) => [
      ...(['employee', 'resident'] as const).flatMap((scheme) => {
        const benefit = entry.ordinary[scheme];
        if (benefit !== 'notRecorded') return cellCases(policy.area, date, scheme, benefit);
        const open: MadeCase = {
          name: `${policy.area} ${date} ${scheme}: the benefit is not recorded`,
          ask: 'quote',
          input: bill(policy.area, date, scheme, CELL_RATE_BASE_FEN),
          answer: { fundFen: 0, deductibleFen: 0, cashFen: CELL_RATE_BASE_FEN },
        };
        return [open];
      }),
      ...chronicCases(policy.area, date, entry.chronic),
    ]),
  );
  const [first] = spells.map(({ days }) => days[0] ?? '').sort();
  if (first !== undefined) {
    cases.push({
      name: `${policy.area} ${previousDay(first)}: before anything is recorded`,
      ask: 'quote',
      input: bill(policy.area, previousDay(first), 'employee', 1),
      answer: undefined,
      refusal: { code: 'no-policy-for-date', field: 'date' },
    });
  }
  return cases;
}

/** Pure. Names are for machines and test reports; `file` names the area, since no line of a file holds the case. */
export function boundaryCases(library: PolicyLibrary): WorkedCase[] {
  return [...library.areas.values()].flatMap((policy) =>
    [...outpatientBoundaries(policy), ...premiumBoundaries(policy), ...bindingBoundaries(policy)].map(
      (one): WorkedCase => ({ ...one, file: `(made from ${policy.area})`, line: 0, refusal: one.refusal }),
    ),
  );
}
