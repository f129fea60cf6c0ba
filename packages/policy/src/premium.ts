// The residents' premium: amount for the group, the window, what stands in the way, and when benefits begin and end.
import { previousDay } from './calendar.ts';
import { amountsWithoutGroup, noPolicyForArea, sliceAt } from './library.ts';
import type { AreaPolicy, PolicyLibrary, PremiumRules } from './library.ts';
import { yuan } from './money.ts';
import { blocksOf } from './premium-blocks.ts';
import { GROUP_NAMES, premiumLines } from './premium-lines.ts';
import type { Amount } from './premium-lines.ts';
import type { Answer, PolicyRefusal, PremiumInput, PremiumResult } from './types.ts';
import { waitingOf } from './waiting.ts';
import type { Waiting } from './waiting.ts';

const ADULT_AGE = 18;

function yearNotRecorded(policy: AreaPolicy, coverageYear: number): PolicyRefusal {
  const years = [...policy.premiums.keys()].sort((left, right) => left - right);
  const known = years.length > 0 ? `已记录的年度有 ${years.join('、')}` : '这个地区还没有任何年度的记录';
  const message = `没有记录${policy.own.name} ${coverageYear} 年度的居民医保缴费标准；${known}，请向当地医保或税务部门核实。`;
  const missing = { area: policy.area, on: String(coverageYear), figure: `premium.${coverageYear}` };
  return { code: 'coverage-year-not-recorded', field: 'coverageYear', message, missing };
}

function amountNotRecorded(
  policy: AreaPolicy,
  rules: PremiumRules,
  { coverageYear, member }: PremiumInput,
): PolicyRefusal {
  const group = GROUP_NAMES[member.group];
  const found = amountsWithoutGroup(rules)
    .map(({ fen }) => yuan(fen))
    .join('、');
  const but = found === '' ? '' : `（查到 ${found}，但没有记录哪些人缴哪一种）`;
  const message = `没有记录${policy.own.name} ${coverageYear} 年度${group}的缴费金额${but}，请向当地医保或税务部门核实。`;
  const figure = `premium.${coverageYear}.amounts.${member.group}`;
  const missing = { area: policy.area, on: String(coverageYear), figure };
  return { code: 'premium-not-recorded', field: 'member.group', message, missing };
}

function amountByAge(
  amounts: { studentFen: number; under18NotAtSchoolFen: number; otherFen: number },
  member: PremiumInput['member'],
): { fen: number; detail: string } | null {
  if (member.student === true) return { fen: amounts.studentFen, detail: '（学生）' };
  if (member.age === undefined) return null;
  if (member.age < ADULT_AGE) return { fen: amounts.under18NotAtSchoolFen, detail: '（未满 18 岁、不在校）' };
  return { fen: amounts.otherFen, detail: '（18 岁及以上）' };
}

function amountOf(
  policy: AreaPolicy,
  rules: PremiumRules,
  input: PremiumInput,
): { ok: true; value: Amount } | { ok: false; reason: PolicyRefusal } {
  const { member } = input;
  const amount = rules.amounts[member.group];
  if (amount === 'notRecorded') return { ok: false, reason: amountNotRecorded(policy, rules, input) };
  if ('fen' in amount) return { ok: true, value: { ...amount, detail: '' } };
  const chosen = amountByAge(amount, member);
  if (chosen === null) {
    const message = '这一年度低保对象按是否在校和年龄缴费，请填写 student（在校）或 age（周岁）。';
    const field = member.student === undefined ? 'member.student' : 'member.age';
    return { ok: false, reason: { code: 'member-details-missing', field, message } };
  }
  return { ok: true, value: { ...chosen, source: amount.source } };
}

/** The last day of the coverage, when benefits begin before it ends. */
function benefitsToOf({ coverage }: PremiumRules, { benefitsFrom }: Waiting): string | null {
  if (coverage === 'notRecorded' || benefitsFrom === null || benefitsFrom >= coverage.to) return null;
  return previousDay(coverage.to);
}

function windowOf({ window }: PremiumRules, payDate: string): PremiumResult['window'] {
  if (window === 'notRecorded') return null;
  const { firstDay, lastDay } = window;
  return { from: firstDay, to: lastDay, open: payDate >= firstDay && payDate <= lastDay };
}

/**
 * Pure; amounts in fen, days as 'YYYY-MM-DD'. A payment outside the window is answered, with `open` false, and so is one that
 * something stands in the way of, with `blocked`.
 * Refused: no policy for the area, a year or an amount that is not recorded, a detail that decides and is missing.
 */
export function premium(library: PolicyLibrary, input: PremiumInput): Answer<PremiumResult> {
  const policy = library.areas.get(input.area);
  if (policy === undefined) return { ok: false, reason: noPolicyForArea(library, 'area', input.area) };
  const rules = policy.premiums.get(input.coverageYear);
  if (rules === undefined) return { ok: false, reason: yearNotRecorded(policy, input.coverageYear) };
  const amount = amountOf(policy, rules, input);
  if (!amount.ok) return amount;
  const { coverage, subsidy } = rules;
  // The general rules of a coverage year are those of its first day.
  const slice = sliceAt(policy, coverage === 'notRecorded' ? `${input.coverageYear}-01-01` : coverage.from);
  const waiting = waitingOf({ waiting: slice?.waiting, newborn: slice?.newborn }, rules, input);
  const benefitsTo = benefitsToOf(rules, waiting);
  const blocks = blocksOf(policy, slice, rules, input);
  return {
    ok: true,
    value: {
      policy: policy.ref,
      premiumFen: amount.value.fen,
      window: windowOf(rules, input.payDate),
      benefitsFrom: waiting.benefitsFrom,
      benefitsTo,
      waitingMonths: waiting.months,
      subsidyFen: subsidy === 'notRecorded' ? null : subsidy.fen,
      ...(blocks.blocked === undefined ? {} : { blocked: blocks.blocked }),
      lines: premiumLines({ input, rules, amount: amount.value, waiting, benefitsTo, blocks, slice }),
    },
  };
}
