// The waiting rule of the residents' premium: how many months and why, and the first day of benefits.
import { addDays, addMonths, isWithin, nextDay } from './calendar.ts';
import type { PremiumRules, Slice } from './library.ts';
import type { PolicySource, PremiumInput } from './types.ts';

type WaitingRule = NonNullable<Slice['waiting']>;
type NewbornRule = NonNullable<Slice['newborn']>;

/** One part of a wait after missed years: what was added or taken away, and by which figure. */
export interface WaitingStep {
  code: 'fixed-months' | 'variable-months' | 'repaired-months' | 'long-gap-months';
  months: number;
  source: PolicySource;
}

type WaitingReason =
  | 'before-window'
  | 'in-window'
  | 'missed-years'
  | 'late'
  | 'late-grace'
  | 'newborn'
  | 'late-not-recorded'
  | 'window-not-recorded'
  | 'coverage-not-recorded'
  | 'missed-years-not-recorded';

export interface Waiting {
  benefitsFrom: string | null;
  months: number;
  /** Missed years that count under the rule. */
  countedYears: number;
  reason: WaitingReason;
  source: PolicySource | null;
  /** The parts of `months` after missed years, in order; empty otherwise. */
  steps: WaitingStep[];
}

export interface WaitingRules {
  /** The rule of the coverage year; undefined for years before there was one. */
  waiting: WaitingRule | undefined;
  newborn: NewbornRule | undefined;
}

const later = (left: string, right: string): string => (left > right ? left : right);

/** Years before the rule's first year do not count, so no more years can have been missed than lie between. */
function countedYearsOf(rule: WaitingRule | undefined, input: PremiumInput): number {
  if (rule === undefined) return 0;
  return Math.min(input.history.missedYears, Math.max(0, input.coverageYear - rule.countedFrom.coverageYear));
}

type Variable = Exclude<WaitingRule['variable'], 'notRecorded'>;

/** Months for missed years under a reading of the rule, before anything is repaired. */
export function variableMonths(
  { monthsPerMissedYear }: Variable,
  reading: Variable['reading'],
  countedYears: number,
): number {
  const years = reading === 'missed-years-less-one' ? Math.max(0, countedYears - 1) : countedYears;
  return years * monthsPerMissedYear;
}

/** Fixed months, and the variable ones less what was repaired; after a long gap never below the rule's floor. */
function stepsAfterMissing(
  rule: WaitingRule,
  countedYears: number,
  repairedYears: number,
): WaitingStep[] | undefined {
  const { fixed, variable, repair, longGap } = rule;
  if (variable === 'notRecorded' || longGap === 'notRecorded') return undefined;
  if (repair === 'notRecorded' && repairedYears > 0) return undefined;
  const steps: WaitingStep[] = [{ code: 'fixed-months', months: fixed.months, source: fixed.source }];
  const added = variableMonths(variable, variable.reading, countedYears);
  if (added > 0) steps.push({ code: 'variable-months', months: added, source: variable.source });
  let months = fixed.months + added;
  if (repair !== 'notRecorded' && repairedYears > 0) {
    const less = Math.min(added, repairedYears * repair.monthsLessPerYear);
    months -= less;
    if (less > 0) steps.push({ code: 'repaired-months', months: -less, source: repair.source });
  }
  if (countedYears >= longGap.missedYears && months < longGap.monthsAtLeast) {
    const missing = longGap.monthsAtLeast - months;
    steps.push({ code: 'long-gap-months', months: missing, source: longGap.source });
  }
  return steps;
}

type Coverage = Exclude<PremiumRules['coverage'], 'notRecorded'>;
type Window = Exclude<PremiumRules['window'], 'notRecorded'>;

interface Question {
  rules: PremiumRules;
  coverage: Coverage;
  window: Window;
  input: PremiumInput;
}

const unknown = (reason: WaitingReason, source: PolicySource | null, countedYears = 0): Waiting => ({
  benefitsFrom: null,
  months: 0,
  countedYears,
  reason,
  source,
  steps: [],
});

function afterMissing(rule: WaitingRule, question: Question, countedYears: number): Waiting {
  const { input, window, coverage } = question;
  const steps = stepsAfterMissing(rule, countedYears, input.history.repairedYears);
  if (steps === undefined) return unknown('missed-years-not-recorded', null, countedYears);
  const months = steps.reduce((sum, step) => sum + step.months, 0);
  const isLate = input.payDate > window.lastDay;
  const start = isLate ? later(input.payDate, coverage.from) : coverage.from;
  const source = rule.variable === 'notRecorded' ? rule.fixed.source : rule.variable.source;
  const benefitsFrom = addMonths(start, months);
  return { benefitsFrom, months, countedYears, reason: 'missed-years', source, steps };
}

function afterWindow(rule: WaitingRule | undefined, { rules, coverage, input }: Question): Waiting {
  const { payDate } = input;
  const entries = rules.afterWindow === 'notRecorded' ? [] : (rules.afterWindow ?? []);
  const local = entries.find((entry) => isWithin(payDate, entry));
  const hasOwnRule = rules.afterWindow === 'notRecorded';
  const months = local?.waitingMonths ?? (hasOwnRule ? undefined : rule?.fixed.months);
  const source = local?.source ?? rule?.fixed.source ?? null;
  if (months === undefined) return unknown('late-not-recorded', null);
  const common = { countedYears: 0, source, months, steps: [] };
  return months === 0
    ? { ...common, benefitsFrom: later(nextDay(payDate), coverage.from), reason: 'late-grace' }
    : { ...common, benefitsFrom: addMonths(later(payDate, coverage.from), months), reason: 'late' };
}

/** Whether the birth was registered soon enough; undefined where nothing is asked or recorded. */
export function isNewborn(rule: NewbornRule | undefined, input: PremiumInput): boolean | undefined {
  const { newborn } = input.member;
  if (newborn === undefined || rule === undefined) return undefined;
  return newborn.registeredOn <= addDays(newborn.birthDate, rule.registeredWithinDays);
}

function bornInto(rule: NewbornRule, birthDate: string, { coverage }: Question): Waiting {
  const months = rule.waitingMonths;
  const benefitsFrom = addMonths(later(birthDate, coverage.from), months);
  return { benefitsFrom, months, countedYears: 0, reason: 'newborn', source: rule.source, steps: [] };
}

/** What is not recorded and decides gives no day and says so; nothing is guessed. */
export function waitingOf(rule: WaitingRules, rules: PremiumRules, input: PremiumInput): Waiting {
  const { window, coverage } = rules;
  if (window === 'notRecorded') return unknown('window-not-recorded', null);
  if (input.payDate < window.firstDay) return unknown('before-window', window.source);
  if (coverage === 'notRecorded') return unknown('coverage-not-recorded', null);
  const question = { rules, coverage, window, input };
  const { newborn } = input.member;
  if (rule.newborn !== undefined && newborn !== undefined && isNewborn(rule.newborn, input) === true) {
    return bornInto(rule.newborn, newborn.birthDate, question);
  }
  const countedYears = countedYearsOf(rule.waiting, input);
  if (rule.waiting !== undefined && countedYears > 0)
    return afterMissing(rule.waiting, question, countedYears);
  if (input.payDate > window.lastDay) return afterWindow(rule.waiting, question);
  const { from, source } = coverage;
  return { benefitsFrom: from, months: 0, countedYears, reason: 'in-window', source, steps: [] };
}
