// A plain second opinion on outpatient bills, written from the facts and the rules' text, not from the engine.
import type { QuoteAccount, QuoteInput } from '../src/index.ts';
import { EXAMPLE_CITY } from './example-city.ts';

export type Opinion = { refused: string } | Paid;

interface Paid {
  fundFen: number;
  deductibleFen: number;
  /** By account in the order of use: prior years, current year. */
  paid: [number, number][];
  cashFen: number;
  deductibleAfterFen: number;
  fundAfterFen: number;
  /** Codes of the notes on registration, filing, provinces and what is not recorded, in alphabetical order. */
  notes: string[];
}

/** Percent of an amount, a half fen rounded up; in two parts, so that large amounts stay exact. */
function percentOf(percent: number, amount: number): number {
  const whole = Math.floor(amount / 100);
  const rest = amount - whole * 100;
  // 55.5 percent and the like: tenths are made whole first.
  const tenths = Math.round(percent * 10);
  return (
    Math.floor((whole * tenths) / 10) +
    Math.floor((((whole * tenths) % 10) * 100 + rest * tenths + 500) / 1000)
  );
}

interface Terms {
  percent: number;
  threshold: number;
  cap: number;
  isChronic: boolean;
}

/** What the fund pays at home: of the table of Tieling, which the example city has too, or nothing that is known. */
function atHome(input: QuoteInput, isChronic: boolean): Terms | string {
  const isExample = input.area === EXAMPLE_CITY;
  const { scheme, retired } = input.patient;
  const isPharmacy = input.institution.kind === 'pharmacy';
  const before2026 = input.date < '2026-01-01';
  if (isPharmacy && !isExample) return 'pharmacy-not-recorded';
  if (isChronic && !(isPharmacy && !before2026)) {
    if (!isExample && !before2026) return 'chronic-not-recorded';
    return { percent: scheme === 'employee' ? 95 : 90, threshold: 0, cap: Infinity, isChronic: true };
  }
  if (!isExample && (!before2026 || scheme === 'resident')) return 'ordinary-not-recorded';
  const level = isPharmacy ? (before2026 ? 1 : 2) : (input.institution.level ?? 0);
  if (scheme === 'resident') {
    const threshold = [0, 10_000, 12_000, 15_000][level] ?? 0;
    const cap = before2026 ? 50_000 : Infinity;
    return { percent: [0, 55.5, 50, 45][level] ?? 0, threshold, cap, isChronic: false };
  }
  if (isExample && !before2026) {
    const threshold = (retired ? [0, 0, 20_000, 20_000] : [0, 20_000, 30_000, 40_000])[level] ?? 0;
    const cap = retired ? 400_000 : 300_000;
    return { percent: [0, 70, 60, 50][level] ?? 0, threshold, cap, isChronic: false };
  }
  const percent = ([0, 70, 60, 50][level] ?? 0) + (retired ? 5 : 0);
  return { percent, threshold: level === 3 ? 30_000 : 20_000, cap: 300_000, isChronic: false };
}

/** Points off the ratio elsewhere, or why the fund pays nothing there; with what the filing's state is called. */
function elsewhere(input: QuoteInput): { less: number | string; note: string | null } {
  if (input.area !== EXAMPLE_CITY) {
    const note = input.date < '2026-01-01' ? filedElsewhere(input).note : null;
    return { less: 'elsewhere-not-recorded', note };
  }
  return filedElsewhere(input);
}

/** By the example city's figures; Tieling knows of filings in 2024 and 2025, without figures. */
function filedElsewhere(input: QuoteInput): { less: number | string; note: string } {
  const { filing } = input.patient;
  const before2026 = input.date < '2026-01-01';
  const unfiled = before2026 ? 20 : 'elsewhere-not-recorded';
  if (filing === undefined) return { less: unfiled, note: 'filing-absent' };
  if (!input.institution.area.startsWith(filing.place))
    return { less: unfiled, note: 'filing-for-another-place' };
  if (input.date < filing.from) return { less: unfiled, note: 'filing-not-begun' };
  if (filing.to !== undefined && input.date >= filing.to)
    return { less: before2026 ? 'elsewhere-refused' : 60, note: 'filing-lapsed' };
  const days =
    filing.to === undefined ? Infinity : (Date.parse(filing.to) - Date.parse(input.date)) / 86_400_000;
  const note = days <= (before2026 ? 30 : 60) ? 'filing-ends-soon' : 'filing-holds';
  return { less: before2026 ? 5 : 0, note };
}

/** Why the bill is no bill for registered diseases, or null when every one of them is registered on the day. */
function registrationMissing({ patient, date }: QuoteInput): string | null {
  for (const code of patient.chronic) {
    const one = patient.registrations?.find(({ disease }) => disease === code);
    if (patient.registrations === undefined) continue;
    if (one === undefined) return 'chronic-not-registered';
    if (one.to !== undefined && date >= one.to) return 'chronic-registration-lapsed';
    if (date < one.from) return 'chronic-registration-not-begun';
  }
  return null;
}

/** What of a giver's account may be used at all; a note where a rule takes some or all of it away. */
function usable(account: QuoteAccount, input: QuoteInput): { prior: number; current: number; note?: string } {
  const { area, priorYearFen: prior, currentYearFen: current } = account;
  if (area === undefined || account.owner === 'self') return { prior, current };
  const none = { prior: 0, current: 0 };
  if (!area.startsWith('21') && input.date < '2026-01-09') return { ...none, note: 'other-province-closed' };
  if (!area.startsWith('21') && account.quotaFen === undefined)
    return { ...none, note: 'other-province-needs-quota' };
  if (area === '211200' || area === EXAMPLE_CITY) return { prior, current };
  if (area !== '340500') return { ...none, note: 'shareable-not-recorded' };
  return { prior, current: 0 };
}

function isUnknownDiseaseRefused(input: QuoteInput): boolean {
  if (!input.patient.chronic.includes('asthma')) return false;
  if (input.area === EXAMPLE_CITY) {
    return input.institution.area === input.area || elsewhere(input).less !== 'elsewhere-not-recorded';
  }
  if (input.institution.kind === 'pharmacy' || input.institution.area !== input.area) return false;
  return input.date < '2026-01-01';
}

export function secondOpinion(input: QuoteInput): Opinion {
  if (input.date < '2024-01-01') return { refused: 'no-policy-for-date' };
  if (isUnknownDiseaseRefused(input)) return { refused: 'disease-not-recorded' };
  const notes: string[] = [];
  const missing = registrationMissing(input);
  if (missing !== null) notes.push(missing);
  const isChronic = input.patient.chronic.length > 0 && missing === null;
  let terms = atHome(input, isChronic);
  if (input.institution.area !== input.area) {
    const { less, note } = elsewhere(input);
    if (note !== null) notes.push(note);
    if (typeof less === 'string') terms = less;
    else if (typeof terms !== 'string') terms = { ...terms, percent: Math.max(0, terms.percent - less) };
  }
  if (typeof terms === 'string') notes.push(terms);

  const { totalFen, whollySelfPaidFen, overPriceLimitFen, preSelfPaidFen } = input.bill;
  const scope = totalFen - whollySelfPaidFen - overPriceLimitFen - preSelfPaidFen;
  const { deductibleFen: counted, fundPaidFen: paidBefore } = input.yearToDate;
  let deductibleFen = 0;
  let fundFen = 0;
  let fundAfterFen = paidBefore;
  if (typeof terms !== 'string') {
    if (counted < terms.threshold) deductibleFen = Math.min(terms.threshold - counted, scope);
    fundFen = percentOf(terms.percent, scope - deductibleFen);
    if (!terms.isChronic) {
      if (paidBefore >= terms.cap) fundFen = 0;
      else if (paidBefore + fundFen > terms.cap) fundFen = terms.cap - paidBefore;
      fundAfterFen += fundFen;
    }
  }
  let open = totalFen - fundFen - whollySelfPaidFen - overPriceLimitFen;
  const inOrder = [
    ...input.accounts.filter(({ owner }) => owner === 'self'),
    ...input.accounts.filter(({ owner }) => owner !== 'self'),
  ];
  const paid = inOrder.map((account): [number, number] => {
    const { prior, current, note } = usable(account, input);
    if (note !== undefined) notes.push(note);
    const most = Math.min(
      open,
      account.limitFen ?? Infinity,
      account.yearLimitLeftFen ?? Infinity,
      account.quotaFen ?? Infinity,
    );
    const fromPrior = Math.min(prior, most);
    const fromCurrent = Math.min(current, most - fromPrior);
    open -= fromPrior + fromCurrent;
    return [fromPrior, fromCurrent];
  });
  return {
    fundFen,
    deductibleFen,
    paid,
    cashFen: open + whollySelfPaidFen + overPriceLimitFen,
    deductibleAfterFen: counted + deductibleFen,
    fundAfterFen,
    notes: notes.sort(),
  };
}
