// A plain second opinion on Tieling's outpatient bills, written from the facts and not from the engine.
import type { QuoteInput } from '../src/index.ts';

export interface Opinion {
  fundFen: number;
  deductibleFen: number;
  payers: number[];
  cashFen: number;
  after: { deductibleFen: number; fundPaidFen: number };
}

const IN_SERVICE = [0, 70, 60, 50];
const RETIRED = [0, 75, 65, 55];
const THRESHOLD = [0, 20000, 20000, 30000];
const CAP = 300000;

/** Percent of an amount, a half fen rounded up; in two parts, so that large amounts stay exact. */
function percentOf(percent: number, amount: number): number {
  const whole = Math.floor(amount / 100);
  const rest = amount - whole * 100;
  return whole * percent + Math.floor((rest * percent + 50) / 100);
}

/** The facts give figures for hospital bills in Tieling itself, in 2024 and 2025. */
function isRecorded(input: QuoteInput): boolean {
  if (input.institution.kind === 'pharmacy' || input.institution.area !== '211200') return false;
  if (!input.date.startsWith('2024') && !input.date.startsWith('2025')) return false;
  return input.patient.scheme === 'employee' || input.patient.chronic.length > 0;
}

export function secondOpinion(input: QuoteInput): Opinion {
  const { totalFen, whollySelfPaidFen, overPriceLimitFen, preSelfPaidFen } = input.bill;
  const scope = totalFen - whollySelfPaidFen - overPriceLimitFen - preSelfPaidFen;
  const after = { ...input.yearToDate };
  let fundFen = 0;
  let deductibleFen = 0;
  if (isRecorded(input) && input.patient.chronic.length > 0) {
    fundFen = percentOf(input.patient.scheme === 'employee' ? 95 : 90, scope);
  } else if (isRecorded(input)) {
    const level = input.institution.level ?? 0;
    while (after.deductibleFen < (THRESHOLD[level] ?? 0) && deductibleFen < scope) {
      const step = Math.min((THRESHOLD[level] ?? 0) - after.deductibleFen, scope - deductibleFen);
      deductibleFen += step;
      after.deductibleFen += step;
    }
    const percent = (input.patient.retired ? RETIRED : IN_SERVICE)[level] ?? 0;
    fundFen = percentOf(percent, scope - deductibleFen);
    if (after.fundPaidFen >= CAP) fundFen = 0;
    else if (after.fundPaidFen + fundFen > CAP) fundFen = CAP - after.fundPaidFen;
    after.fundPaidFen += fundFen;
  }
  let open = totalFen - fundFen - whollySelfPaidFen - overPriceLimitFen;
  const inOrder = [
    ...input.accounts.filter(({ owner }) => owner === 'self'),
    ...input.accounts.filter(({ owner }) => owner !== 'self'),
  ];
  const payers = inOrder.map(({ priorYearFen, currentYearFen, limitFen }) => {
    const pays = Math.min(open, priorYearFen + currentYearFen, limitFen ?? Infinity);
    open -= pays;
    return pays;
  });
  return { fundFen, deductibleFen, payers, cashFen: open + whollySelfPaidFen + overPriceLimitFen, after };
}
