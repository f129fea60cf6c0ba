// The explanation of a premium: the amount, the window, when benefits begin and end, and what was not applied and why.
import { inWords, previousDay } from './calendar.ts';
import type { PremiumRules, Slice } from './library.ts';
import { line } from './line.ts';
import { yuan } from './money.ts';
import type { Blocks } from './premium-blocks.ts';
import { notAppliedLines, stepLines } from './premium-notes.ts';
import type { Line, MemberGroup, PolicySource, PremiumInput } from './types.ts';
import type { Waiting } from './waiting.ts';

/** Name of each group as the notices write it. */
export const GROUP_NAMES: Record<MemberGroup, string> = {
  ordinary: '普通居民',
  destitute: '特困人员',
  'severely-disabled': '重度残疾人',
  orphan: '孤儿',
  'lonely-elderly': '孤寡老人',
  'minimum-living': '最低生活保障对象',
  'returned-to-poverty': '返贫致贫人口',
  monitored: '脱贫不稳定和监测对象',
};

export interface Amount {
  fen: number;
  source: PolicySource;
  /** Which of the amounts by age was taken, in words. */
  detail: string;
}

export interface PremiumStory {
  input: PremiumInput;
  rules: PremiumRules;
  amount: Amount;
  waiting: Waiting;
  benefitsTo: string | null;
  blocks: Blocks;
  slice: Slice | undefined;
}

function amountLines({ input, rules, amount }: PremiumStory): Line[] {
  const who = `${GROUP_NAMES[input.member.group]}${amount.detail}`;
  const pays = amount.fen === 0 ? '个人免缴' : `个人应缴 ${yuan(amount.fen)}`;
  const year = `premium.${input.coverageYear}`;
  const text = `${input.coverageYear} 年度${who}${pays}。`;
  const parameter = `${year}.amounts.${input.member.group}`;
  const lines = [line('split', 'premium', text, amount.fen, amount.source, { parameter })];
  if (rules.subsidy !== 'notRecorded') {
    const { fen, source } = rules.subsidy;
    const added = `财政另外补助每人 ${yuan(fen)}，不用个人付。`;
    lines.push(line('note', 'subsidy', added, fen, source, { parameter: `${year}.subsidy` }));
  }
  return lines;
}

function windowLine({ input, rules }: PremiumStory): Line {
  const parameter = `premium.${input.coverageYear}.window`;
  if (rules.window === 'notRecorded') {
    const text = `没有记录 ${input.coverageYear} 年度的集中参保期，请向当地医保或税务部门核实。`;
    return line('note', 'window-not-recorded', text, 0, null, { parameter });
  }
  const { firstDay, lastDay, source } = rules.window;
  const span = `集中参保期是 ${inWords(firstDay)}至${inWords(lastDay)}（含首尾两天）`;
  const { payDate } = input;
  const [code, tail] =
    payDate < firstDay
      ? ['window-not-open', `${inWords(payDate)}还没有开始，请到时再缴`]
      : payDate > lastDay
        ? ['window-closed', `${inWords(payDate)}已经结束`]
        : ['window-open', `${inWords(payDate)}在期内`];
  return line('note', code, `${span}，${tail}。`, 0, source, { parameter });
}

function waitingText({ input, waiting }: PremiumStory): string {
  const from = waiting.benefitsFrom === null ? '' : inWords(waiting.benefitsFrom);
  const year = input.coverageYear;
  switch (waiting.reason) {
    case 'before-window':
      return '还没有到缴费时间，待遇开始的日期要缴费后才能确定。';
    case 'in-window':
      return `在集中参保期内缴费，没有等待期，${from}起享受待遇。`;
    case 'late-grace':
      return `集中参保期后不久缴费，从缴费次日（${from}）起享受待遇。`;
    case 'late':
      return `错过了集中参保期，缴费后要等 ${waiting.months} 个月，${from}起享受待遇。`;
    case 'newborn':
      return `新生儿按时登记，没有等待期，${from}起享受待遇。`;
    case 'late-not-recorded':
      return `没有记录 ${year} 年度逾期缴费何时享受待遇，请向当地医保部门核实。`;
    case 'window-not-recorded':
      return `没有记录 ${year} 年度的集中参保期，算不出何时享受待遇，请向当地医保部门核实。`;
    case 'coverage-not-recorded':
      return `没有记录 ${year} 年度的待遇期，算不出何时享受待遇，请向当地医保部门核实。`;
    case 'missed-years-not-recorded':
      return `没有记录断缴 ${waiting.countedYears} 年要等几个月，算不出何时享受待遇，请向当地医保部门核实。`;
    case 'missed-years': {
      const { repairedYears } = input.history;
      const repaired = repairedYears > 0 ? `，补缴 ${repairedYears} 年` : '';
      return `之前断缴 ${waiting.countedYears} 年${repaired}，一共要等 ${waiting.months} 个月，${from}起享受待遇。`;
    }
  }
}

function coverageLines({ rules, waiting, benefitsTo }: PremiumStory): Line[] {
  const { coverage, coverageYear } = rules;
  if (coverage === 'notRecorded' || waiting.benefitsFrom === null) return [];
  const parameter = `premium.${coverageYear}.coverage`;
  const lastDay = inWords(previousDay(coverage.to));
  if (benefitsTo !== null) {
    const text = `本年度的待遇到${lastDay}为止（含当天）。`;
    return [line('note', 'benefits-to', text, 0, coverage.source, { parameter })];
  }
  const text = `本年度的保障到${lastDay}为止，等待期满时已经过期，缴费前请先向当地医保部门核实。`;
  return [line('note', 'benefits-after-coverage', text, 0, coverage.source, { parameter })];
}

function firstEnrolmentLines({ input, waiting }: PremiumStory): Line[] {
  if (input.member.insuredPriorYears || waiting.reason !== 'in-window') return [];
  const text = '以前没有参保、这次在集中参保期内缴费的，不加等待期。';
  return [line('note', 'first-enrolment', text, 0, waiting.source)];
}

function blockLines({ blocked, notes }: Blocks): Line[] {
  if (blocked === undefined) return notes;
  const { code, text, source, parameter = '' } = blocked;
  // The text carries its mark already, and so does a line's own source.
  return [
    ...notes,
    { code, group: 'note', text, fen: 0, source, parameter, ...(blocked.weak ? { weak: true } : {}) },
  ];
}

/** All lines; only the premium itself is in the group `split`. */
export function premiumLines(story: PremiumStory): Line[] {
  const { waiting, blocks } = story;
  const parameter = waiting.reason === 'newborn' ? 'newborn' : 'waiting';
  return [
    ...amountLines(story),
    ...blockLines(blocks),
    windowLine(story),
    line('note', `benefits-${waiting.reason}`, waitingText(story), 0, waiting.source, { parameter }),
    ...stepLines(story),
    ...coverageLines(story),
    ...firstEnrolmentLines(story),
    ...notAppliedLines(story),
  ];
}
