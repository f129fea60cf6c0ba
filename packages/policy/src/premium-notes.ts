// The parts of a wait, and the rules of a premium that were not applied, each with the reason.
import { line } from './line.ts';
import type { PremiumStory } from './premium-lines.ts';
import type { Line, PolicySource } from './types.ts';
import { isNewborn, variableMonths } from './waiting.ts';
import type { WaitingStep } from './waiting.ts';

const READINGS = {
  'missed-years-less-one': '断缴的第一年不另加月数',
  'every-missed-year': '断缴的每一年都加月数',
} as const;

function stepText({ code, months }: WaitingStep, countedYears: number, reading: string): string {
  switch (code) {
    case 'fixed-months':
      return `没有连续参保，固定等待期是 ${months} 个月。`;
    case 'variable-months':
      return `断缴 ${countedYears} 年，变动等待期加 ${months} 个月（${reading}）。`;
    case 'repaired-months':
      return `补缴了断缴的年份，减 ${-months} 个月。`;
    case 'long-gap-months':
      return `断缴年数多，等待期不能少于规定的最低月数，再加 ${months} 个月。`;
  }
}

/** One line for each part of the wait after missed years; their months sum to the wait. */
export function stepLines({ waiting, slice }: PremiumStory): Line[] {
  const variable = slice?.waiting?.variable;
  const reading = variable === undefined || variable === 'notRecorded' ? '' : READINGS[variable.reading];
  const lines = waiting.steps.map((step) =>
    line('note', step.code, stepText(step, waiting.countedYears, reading), 0, step.source, {
      parameter: 'waiting',
      months: step.months,
    }),
  );
  return lines;
}

function notApplied(code: string, text: string, source: PolicySource | null, parameter: string): Line {
  return line('note', code, text, 0, source, { parameter, applied: false });
}

function otherReading({ waiting, slice }: PremiumStory): Line[] {
  const variable = slice?.waiting?.variable;
  if (variable === undefined || variable === 'notRecorded' || waiting.reason !== 'missed-years') return [];
  const other = variable.reading === 'every-missed-year' ? 'missed-years-less-one' : 'every-missed-year';
  const months = variableMonths(variable, other, waiting.countedYears);
  const text = `有的材料按“${READINGS[other]}”计算（变动等待期 ${months} 个月），本次没有采用。`;
  return [notApplied('other-reading', text, variable.source, 'waiting.variable.reading')];
}

function earlyYears({ waiting, slice, input }: PremiumStory): Line[] {
  const rule = slice?.waiting;
  if (rule === undefined || waiting.reason === 'before-window') return [];
  if (input.history.missedYears <= waiting.countedYears) return [];
  const { coverageYear, source } = rule.countedFrom;
  const text = `${coverageYear} 年以前断缴的年份不计算，本次计算断缴 ${waiting.countedYears} 年。`;
  return [notApplied('early-years-not-counted', text, source, 'waiting.countedFrom')];
}

function waitNotNeeded({ waiting, slice }: PremiumStory): Line[] {
  const rule = slice?.waiting;
  if (rule === undefined || (waiting.reason !== 'in-window' && waiting.reason !== 'newborn')) return [];
  const why = waiting.reason === 'newborn' ? '新生儿按时登记' : '没有断缴，也没有错过集中参保期';
  return [notApplied('no-waiting', `${why}，待遇等待期不适用。`, rule.fixed.source, 'waiting.fixed')];
}

function graceNotUsed({ waiting, rules, input }: PremiumStory): Line[] {
  const entries = rules.afterWindow === 'notRecorded' ? [] : (rules.afterWindow ?? []);
  const grace = entries.find(({ waitingMonths }) => waitingMonths === 0);
  if (grace === undefined) return [];
  const why = {
    'in-window': '在集中参保期内缴费',
    late: '缴费太晚',
    'missed-years': '之前有断缴',
  }[waiting.reason as string];
  if (why === undefined) return [];
  const text = `${why}，“缴费次日起享受待遇”的宽限不适用。`;
  return [notApplied('no-grace', text, grace.source, `premium.${input.coverageYear}.afterWindow`)];
}

function newbornNotUsed({ waiting, slice, input }: PremiumStory): Line[] {
  const rule = slice?.newborn;
  if (rule === undefined || waiting.reason === 'newborn') return [];
  const days = rule.registeredWithinDays;
  if (isNewborn(rule, input) === false) {
    const text = `出生后超过 ${days} 天才登记，新生儿的规定不适用。`;
    return [notApplied('newborn-too-late', text, rule.source, 'newborn')];
  }
  if (input.member.age !== 0 || input.member.newborn !== undefined) return [];
  const text = `新生儿出生后 ${days} 天内登记参保的，从出生之日起享受待遇，没有等待期；没有填写出生和登记日期，本次没有采用。`;
  return [notApplied('newborn', text, rule.source, 'newborn')];
}

function repairNotUsed({ waiting, slice, input }: PremiumStory): Line[] {
  const repair = slice?.waiting?.repair;
  if (repair === undefined || repair === 'notRecorded' || input.history.repairedYears === 0) return [];
  if (waiting.steps.some(({ code }) => code === 'repaired-months')) return [];
  const text = '没有可以减少的变动等待期，补缴的年份这次不减月数；固定等待期不因补缴减少。';
  return [notApplied('repair-not-applied', text, repair.source, 'waiting.repair')];
}

/** Rules that a reader might expect here and that were not applied, each with the reason. */
export function notAppliedLines(story: PremiumStory): Line[] {
  return [
    ...earlyYears(story),
    ...otherReading(story),
    ...repairNotUsed(story),
    ...waitNotNeeded(story),
    ...graceNotUsed(story),
    ...newbornNotUsed(story),
  ];
}
