// What a premium costs, until when it can be paid and from when it counts: by the recorded policy, else by the tax bureau.
import type { PolicyRef } from '@gongji/contract';
import { premium } from '@gongji/policy';
import type { Line, PolicyLibrary, PremiumInput, PremiumResult } from '@gongji/policy';
import { areaName } from '../area/insured-areas.ts';
import type { TaxBureauPort } from '../kernel/ports.ts';
import { done, refuse } from '../kernel/result.ts';
import type { Refusal, Result } from '../kernel/result.ts';
import type { PersonRecord } from '../person/record.ts';
import { yuanText } from '../usage/money-text.ts';

export interface PremiumFigures {
  amountFen: number;
  amountFrom: 'policy' | 'tax-bureau';
  window: PremiumResult['window'] | null;
  benefitsFrom: string | null;
  waitingMonths: number;
  policy: PolicyRef | null;
  lines: Line[];
}

/** What the policy is asked for a member; also kept as the inputs of the decision. */
export function premiumInputOf(member: PersonRecord, coverageYear: number, today: string): PremiumInput {
  return {
    area: member.area,
    coverageYear,
    payDate: today,
    member: {
      group: member.group,
      insuredPriorYears: member.insuredPriorYears,
      ...(member.student === null ? {} : { student: member.student }),
      age: ageOn(member.bornOn, today),
    },
    history: { missedYears: member.missedYears, repairedYears: 0 },
  };
}

/** Full years of age on a day. */
function ageOn(bornOn: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(bornOn.slice(0, 4));
  return Math.max(0, day.slice(5) < bornOn.slice(5) ? years - 1 : years);
}

/**
 * Refused: `premium-window-closed` (before the window, or so late that no benefit of the year would be left),
 * `premium-not-recorded`, `outside-unavailable`, `policy-not-recorded` (a detail that decides is missing).
 */
export async function premiumFigures(
  library: PolicyLibrary,
  taxBureau: TaxBureauPort,
  member: PersonRecord,
  coverageYear: number,
  today: string,
): Promise<Result<PremiumFigures>> {
  const answer = premium(library, premiumInputOf(member, coverageYear, today));
  if (answer.ok) return byPolicy(answer.value, coverageYear);
  if (answer.reason.code === 'member-details-missing') {
    return refuse('policy-not-recorded', { what: answer.reason.message.replace(/。$/, '') });
  }
  return byTaxBureau(taxBureau, member, coverageYear, today);
}

function byPolicy(result: PremiumResult, coverageYear: number): Result<PremiumFigures> {
  const { window, benefitsFrom, waitingMonths, premiumFen, policy, lines } = result;
  const countsThatYear = benefitsFrom !== null && benefitsFrom <= `${coverageYear}-12-31`;
  // Where no window is recorded nothing says that it is closed.
  if (window !== null && !window.open && !countsThatYear) {
    return refuse('premium-window-closed', { coverageYear, from: window.from, to: window.to });
  }
  return done({
    amountFen: premiumFen,
    amountFrom: 'policy',
    window,
    benefitsFrom,
    waitingMonths,
    policy,
    lines,
  });
}

async function byTaxBureau(
  taxBureau: TaxBureauPort,
  member: PersonRecord,
  coverageYear: number,
  today: string,
): Promise<Result<PremiumFigures>> {
  const notRecorded = (): Refusal =>
    refuse('premium-not-recorded', { areaName: areaName(member.area), coverageYear });
  // Where no window is recorded, only this year and the next one are asked for.
  const year = Number(today.slice(0, 4));
  if (coverageYear < year || coverageYear > year + 1) return notRecorded();
  const assessment = await taxBureau.assess(member.idNumber, member.area, coverageYear);
  if (assessment.result === 'silent') return refuse('outside-unavailable', { system: '税务核定系统' });
  if (assessment.result === 'none') return notRecorded();
  const { amountFen } = assessment;
  if (!Number.isSafeInteger(amountFen) || amountFen < 0) {
    throw new Error(`The tax bureau assessed an amount that is no amount: ${amountFen}`);
  }
  const place = areaName(member.area);
  const text = `本系统没有收录${place} ${coverageYear} 年度的缴费标准，${yuanText(amountFen)}是税务部门核定的金额。`;
  const unknown = '缴费期和待遇开始的日期没有收录，请以当地医保部门的答复为准。';
  return done({
    amountFen,
    amountFrom: 'tax-bureau',
    window: null,
    benefitsFrom: null,
    waitingMonths: 0,
    policy: null,
    lines: [
      { code: 'assessed-by-tax-bureau', group: 'split', text, fen: amountFen, source: null },
      { code: 'window-not-recorded', group: 'note', text: unknown, fen: 0, source: null },
    ],
  });
}
