// Which recorded premium amounts and fund ratios no worked case touches: a figure without a case may be wrong unseen.
import { premiumYears } from '../area-info.ts';
import { parseQuoteInput } from '../input/quote-input.ts';
import { sliceAt } from '../library.ts';
import type { AreaPolicy, PolicyLibrary } from '../library.ts';
import type { WorkedCase } from './case-files.ts';
import { appliedRate } from './run-case.ts';

const ADULT_AGE = 18;

interface AskedMember {
  group: string;
  student?: boolean;
  age?: number;
}

function premiumCells(library: PolicyLibrary): string[] {
  return [...library.areas.keys()].flatMap((area) =>
    premiumYears(library, area).flatMap(({ coverageYear, amounts }) =>
      Object.entries(amounts).flatMap(([group, amount]) => {
        const cell = `${area} premium ${coverageYear} ${group}`;
        if (amount.kind === 'not-recorded') return [];
        if (amount.kind === 'amount') return [cell];
        return ['student', 'under18', 'other'].map((people) => `${cell} ${people}`);
      }),
    ),
  );
}

function peopleOf({ student, age }: AskedMember): string {
  if (student === true) return 'student';
  return age !== undefined && age < ADULT_AGE ? 'under18' : 'other';
}

/** A group's one amount, and the amount by age that the member's details choose: whichever of them is recorded. */
function touchedPremium({ ask, answer, input }: WorkedCase): string[] {
  if (ask !== 'premium' || answer?.['premiumFen'] === undefined) return [];
  const { area, coverageYear, member } = input as { area: string; coverageYear: number; member: AskedMember };
  const cell = `${area} premium ${coverageYear} ${member.group}`;
  return [cell, `${cell} ${peopleOf(member)}`];
}

function ratioCells({ area, own, province, national }: AreaPolicy): string[] {
  const entries = [own, province, national].flatMap((layer) => layer.outpatient ?? []);
  return entries.flatMap(({ from, ordinary, chronic }) => {
    const ratio = `${area} ratio from ${from}`;
    const cells: string[] = [];
    for (const [scheme, benefit] of Object.entries(ordinary)) {
      if (benefit === 'notRecorded') continue;
      for (const people of ['inService', 'retired'] as const) {
        for (const level of [1, 2, 3] as const) {
          cells.push(`${ratio} ${scheme} level ${level} ${people} ${benefit.ratio[people][`level${level}`]}`);
        }
      }
    }
    if (chronic === 'notRecorded') return cells;
    for (const scheme of ['employee', 'resident'] as const) {
      const share = chronic[scheme];
      if (share !== 'notRecorded') cells.push(`${ratio} chronic ${scheme} ${share.ratePerTenThousand}`);
    }
    return cells;
  });
}

function touchedRatio(library: PolicyLibrary, one: WorkedCase): string[] {
  const rate = one.answer === undefined ? undefined : appliedRate(library, one);
  const parsed = rate === undefined ? undefined : parseQuoteInput(one.input);
  if (parsed?.ok !== true) return [];
  const { area, date, patient, institution } = parsed.value;
  const policy = library.areas.get(area);
  const from = policy && sliceAt(policy, date)?.outpatient?.from;
  const people = patient.retired ? 'retired' : 'inService';
  const cell =
    patient.chronic.length > 0
      ? `chronic ${patient.scheme}`
      : `${patient.scheme} level ${institution.level} ${people}`;
  return [`${area} ratio from ${from} ${cell} ${rate}`];
}

/** Names every recorded cell, for example `211200 ratio from 2024-01-01 employee level 1 retired 7500` (per ten thousand). */
export function recordedCells(library: PolicyLibrary): string[] {
  return [...premiumCells(library), ...[...library.areas.values()].flatMap(ratioCells)];
}

/** The recorded cells that no worked case with an exact answer touches. */
export function untouchedCells(library: PolicyLibrary, cases: readonly WorkedCase[]): string[] {
  const touched = new Set(cases.flatMap((one) => [...touchedPremium(one), ...touchedRatio(library, one)]));
  return recordedCells(library).filter((cell) => !touched.has(cell));
}
