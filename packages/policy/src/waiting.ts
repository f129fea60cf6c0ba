// The waiting rule of the residents' premium: how many months, and the first day of benefits.
import { addMonths, isWithin, nextDay } from './calendar.ts';
import type { PremiumRules, Slice } from './library.ts';
import type { PolicySource, PremiumInput } from './types.ts';

type WaitingRule = NonNullable<Slice['waiting']>;

export interface Waiting {
  benefitsFrom: string | null;
  months: number;
  /** Missed years that count under the rule. */
  countedYears: number;
  reason: 'before-window' | 'in-window' | 'missed-years' | 'late' | 'late-grace' | 'late-not-recorded';
  source: PolicySource | null;
}

const later = (left: string, right: string): string => (left > right ? left : right);

/** Years before the rule's first year do not count, so no more years can have been missed than lie between. */
function countedYearsOf(rule: WaitingRule | undefined, input: PremiumInput): number {
  if (rule === undefined) return 0;
  return Math.min(input.history.missedYears, Math.max(0, input.coverageYear - rule.countedFrom.coverageYear));
}

/** Fixed months, and the variable ones less what was repaired; after a long gap never below the rule's floor. */
function monthsAfterMissing(rule: WaitingRule, countedYears: number, repairedYears: number): number {
  const { variable, repair, longGap, fixed } = rule;
  const variableMonths =
    Math.max(0, countedYears - variable.missedYearsWithoutMonth) * variable.monthsPerMissedYear;
  const leftMonths = Math.max(0, variableMonths - repairedYears * repair.monthsLessPerYear);
  const months = fixed.months + leftMonths;
  return countedYears >= longGap.missedYears ? Math.max(months, longGap.monthsAtLeast) : months;
}

function afterMissing(
  rule: WaitingRule,
  rules: PremiumRules,
  input: PremiumInput,
  countedYears: number,
): Waiting {
  const months = monthsAfterMissing(rule, countedYears, input.history.repairedYears);
  const isLate = input.payDate > rules.window.lastDay;
  const start = isLate ? later(input.payDate, rules.coverage.from) : rules.coverage.from;
  const source = rule.variable.source;
  return { benefitsFrom: addMonths(start, months), months, countedYears, reason: 'missed-years', source };
}

function afterWindow(rule: WaitingRule | undefined, rules: PremiumRules, input: PremiumInput): Waiting {
  const { payDate } = input;
  const local = rules.afterWindow?.find((entry) => isWithin(payDate, entry));
  const months = local?.waitingMonths ?? rule?.fixed.months;
  const source = local?.source ?? rule?.fixed.source ?? null;
  const common = { countedYears: 0, source };
  if (months === undefined) return { ...common, benefitsFrom: null, months: 0, reason: 'late-not-recorded' };
  if (months === 0) {
    const benefitsFrom = later(nextDay(payDate), rules.coverage.from);
    return { ...common, benefitsFrom, months, reason: 'late-grace' };
  }
  const benefitsFrom = addMonths(later(payDate, rules.coverage.from), months);
  return { ...common, benefitsFrom, months, reason: 'late' };
}

/** @param rule the national rule of the coverage year; undefined for years before there was one. */
export function waitingOf(rule: WaitingRule | undefined, rules: PremiumRules, input: PremiumInput): Waiting {
  const { payDate } = input;
  if (payDate < rules.window.firstDay) {
    const source = rules.window.source;
    return { benefitsFrom: null, months: 0, countedYears: 0, reason: 'before-window', source };
  }
  const countedYears = countedYearsOf(rule, input);
  if (rule !== undefined && countedYears > 0) return afterMissing(rule, rules, input, countedYears);
  if (payDate > rules.window.lastDay) return afterWindow(rule, rules, input);
  const source = rules.coverage.source;
  return { benefitsFrom: rules.coverage.from, months: 0, countedYears, reason: 'in-window', source };
}
