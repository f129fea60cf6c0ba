// Which recorded premium amounts and fund figures no worked case touches: a figure without a case may be wrong unseen.
import { premiumYears } from '../area-info.ts';
import { parseQuoteInput } from '../input/quote-input.ts';
import { sliceAt } from '../library.ts';
import type { AreaPolicy, PolicyLibrary } from '../library.ts';
import { percent } from '../money.ts';
import { GROUP_NAMES } from '../premium-lines.ts';
import type { QuoteInput } from '../types.ts';
import type { WorkedCase } from './case-files.ts';
import { areaName, cellName, FILING_NAMES, FILINGS, LEVELS, SCHEMES, schemeName } from './cell-names.ts';
import type { Scheme } from './cell-names.ts';
import { rateOf } from './made-case.ts';
import type { Outpatient } from './made-case.ts';
import { quotedFund } from './run-case.ts';

const ADULT_AGE = 18;

interface AskedMember {
  group: keyof typeof GROUP_NAMES;
  student?: boolean;
  age?: number;
}

const premiumCell = (policy: AreaPolicy, year: number, group: AskedMember['group']): string =>
  `${areaName(policy)} ${year} 年度缴费 ${GROUP_NAMES[group]}`;

function premiumCells(library: PolicyLibrary, policy: AreaPolicy): string[] {
  return premiumYears(library, policy.area).flatMap(({ coverageYear, amounts }) =>
    Object.entries(amounts).flatMap(([group, amount]) => {
      const cell = premiumCell(policy, coverageYear, group as AskedMember['group']);
      if (amount.kind === 'not-recorded') return [];
      if (amount.kind === 'amount') return [cell];
      return ['学生', '未成年非学生', '其他'].map((people) => `${cell} ${people}`);
    }),
  );
}

function peopleOf({ student, age }: AskedMember): string {
  if (student === true) return '学生';
  return age !== undefined && age < ADULT_AGE ? '未成年非学生' : '其他';
}

/** A group's one amount, and the amount by age that the member's details choose: whichever of them is recorded. */
function touchedPremium(library: PolicyLibrary, { ask, answer, input }: WorkedCase): string[] {
  if (ask !== 'premium' || answer?.['premiumFen'] === undefined) return [];
  const { area, coverageYear, member } = input as { area: string; coverageYear: number; member: AskedMember };
  const policy = library.areas.get(area);
  if (policy === undefined) return [];
  const cell = premiumCell(policy, coverageYear, member.group);
  return [cell, `${cell} ${peopleOf(member)}`];
}

const fundCell = (policy: AreaPolicy, from: string, what: string): string =>
  `${areaName(policy)} 自 ${from} 起 ${what}`;

const chronicCell = (scheme: Scheme): string => `慢性病 ${schemeName(scheme)}`;
const pharmacyCell = (scheme: Scheme): string => `药店 ${schemeName(scheme)}`;

function entryCells({ ordinary, chronic, pharmacy, elsewhere }: Outpatient): string[] {
  const recordedSchemes = SCHEMES.filter((scheme) => ordinary[scheme] !== 'notRecorded');
  const cells = SCHEMES.flatMap((scheme) => {
    const benefit = ordinary[scheme];
    if (benefit === 'notRecorded') return [];
    const { ratio } = benefit;
    const people = 'level1' in ratio ? [undefined] : [false, true];
    return people.flatMap((retired) =>
      LEVELS.map((level) => {
        const rate = percent(rateOf(benefit, level, retired === true));
        return `${cellName(scheme, level, retired)} ${rate}`;
      }),
    );
  });
  if (chronic !== 'notRecorded') {
    for (const scheme of SCHEMES) {
      const share = chronic[scheme];
      if (share !== 'notRecorded') cells.push(`${chronicCell(scheme)} ${percent(share.ratePerTenThousand)}`);
    }
  }
  if (pharmacy !== 'notRecorded') cells.push(...recordedSchemes.map(pharmacyCell));
  if (elsewhere !== 'notRecorded') {
    const states = FILINGS.filter((state) => elsewhere[state] !== 'notRecorded');
    cells.push(...states.map((state) => `异地 ${FILING_NAMES[state]}`));
  }
  return cells;
}

function fundCells(policy: AreaPolicy): string[] {
  const entries = [policy.own, policy.province, policy.national].flatMap((layer) => layer.outpatient ?? []);
  return entries.flatMap((entry) => entryCells(entry).map((cell) => fundCell(policy, entry.from, cell)));
}

/** Which state of a filing the notes of an answer tell; undefined at home. */
function filingCell(notes: readonly string[]): string | undefined {
  if (notes.includes('filing-lapsed')) return FILING_NAMES.lapsed;
  if (notes.includes('filing-holds') || notes.includes('filing-ends-soon')) return FILING_NAMES.filed;
  return notes.some((code) => code.startsWith('filing-')) ? FILING_NAMES.unfiled : undefined;
}

/** A ratio may be written for everybody, or for the retired apart: the cell by either name. */
function homeCells({ patient, institution }: QuoteInput): string[] {
  if (patient.chronic.length > 0) return [chronicCell(patient.scheme)];
  return [undefined, patient.retired].map((retired) =>
    cellName(patient.scheme, institution.level ?? 1, retired),
  );
}

function touchedFund(library: PolicyLibrary, one: WorkedCase): string[] {
  const fund = one.answer?.['fundFen'] === undefined ? undefined : quotedFund(library, one);
  const parsed = fund === undefined ? undefined : parseQuoteInput(one.input);
  if (fund === undefined || parsed?.ok !== true) return [];
  const { area, date, patient, institution } = parsed.value;
  const policy = library.areas.get(area);
  const from = policy && sliceAt(policy, date)?.outpatient?.from;
  if (policy === undefined || from === undefined) return [];
  const filing = filingCell(fund.notes);
  if (filing !== undefined) return [fundCell(policy, from, `异地 ${filing}`)];
  if (fund.rate === undefined) return [];
  if (institution.kind === 'pharmacy') return [fundCell(policy, from, pharmacyCell(patient.scheme))];
  const rate = percent(fund.rate);
  return homeCells(parsed.value).map((cell) => fundCell(policy, from, `${cell} ${rate}`));
}

/** Names every recorded cell, for example 铁岭市（211200） 自 2024-01-01 起 职工 一级医院 退休 75%. */
export function recordedCells(library: PolicyLibrary): string[] {
  return [...library.areas.values()].flatMap((policy) => [
    ...premiumCells(library, policy),
    ...fundCells(policy),
  ]);
}

/** The recorded cells that no worked case with an exact answer touches. */
export function untouchedCells(library: PolicyLibrary, cases: readonly WorkedCase[]): string[] {
  const touched = new Set(
    cases.flatMap((one) => [...touchedPremium(library, one), ...touchedFund(library, one)]),
  );
  return recordedCells(library).filter((cell) => !touched.has(cell));
}
