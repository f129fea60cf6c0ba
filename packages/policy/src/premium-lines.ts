// The explanation of a premium: the amount, the window, and when benefits begin.
import { inWords, previousDay } from './calendar.ts';
import type { PremiumRules, Slice } from './library.ts';
import { line } from './line.ts';
import { yuan } from './money.ts';
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

interface Story {
  input: PremiumInput;
  rules: PremiumRules;
  amount: Amount;
  waiting: Waiting;
  slice: Slice | undefined;
}

function amountLines({ input, rules, amount }: Story): Line[] {
  const who = `${GROUP_NAMES[input.member.group]}${amount.detail}`;
  const pays = amount.fen === 0 ? '个人免缴' : `个人应缴 ${yuan(amount.fen)}`;
  const parameter = `premium.${input.coverageYear}.amounts.${input.member.group}`;
  const lines = [
    line('split', 'premium', `${input.coverageYear} 年度${who}${pays}。`, amount.fen, amount.source, {
      parameter,
    }),
  ];
  if (rules.subsidy !== 'notRecorded') {
    const { fen, source } = rules.subsidy;
    lines.push(line('note', 'subsidy', `财政另外补助每人 ${yuan(fen)}，不用个人付。`, fen, source));
  }
  return lines;
}

function windowLine({ input, rules }: Story): Line {
  const { firstDay, lastDay, source } = rules.window;
  const span = `集中参保期是 ${inWords(firstDay)}至${inWords(lastDay)}（含首尾两天）`;
  const parameter = `premium.${input.coverageYear}.window`;
  const { payDate } = input;
  const [code, tail] =
    payDate < firstDay
      ? ['window-not-open', `${inWords(payDate)}还没有开始，请到时再缴`]
      : payDate > lastDay
        ? ['window-closed', `${inWords(payDate)}已经结束`]
        : ['window-open', `${inWords(payDate)}在期内`];
  return line('note', code, `${span}，${tail}。`, 0, source, { parameter });
}

function waitingText({ input, waiting }: Story): string {
  const from = waiting.benefitsFrom === null ? '' : inWords(waiting.benefitsFrom);
  switch (waiting.reason) {
    case 'before-window':
      return '还没有到缴费时间，待遇开始的日期要缴费后才能确定。';
    case 'in-window':
      return `在集中参保期内缴费，没有等待期，${from}起享受待遇。`;
    case 'late-grace':
      return `集中参保期后不久缴费，从缴费次日（${from}）起享受待遇。`;
    case 'late':
      return `错过了集中参保期，缴费后要等 ${waiting.months} 个月，${from}起享受待遇。`;
    case 'late-not-recorded':
      return `没有记录 ${input.coverageYear} 年度逾期缴费何时享受待遇，请向当地医保部门核实。`;
    case 'missed-years': {
      const { repairedYears } = input.history;
      const repaired = repairedYears > 0 ? `，补缴 ${repairedYears} 年` : '';
      return `之前断缴 ${waiting.countedYears} 年${repaired}，一共要等 ${waiting.months} 个月，${from}起享受待遇。`;
    }
  }
}

function extraLines({ input, rules, waiting, slice }: Story): Line[] {
  const lines: Line[] = [];
  const rule = slice?.waiting;
  if (
    rule !== undefined &&
    input.history.missedYears > waiting.countedYears &&
    waiting.reason !== 'before-window'
  ) {
    const first = rule.countedFrom.coverageYear;
    const text = `${first} 年以前断缴的年份不计算，本次计算断缴 ${waiting.countedYears} 年。`;
    lines.push(line('note', 'early-years-not-counted', text, 0, rule.countedFrom.source));
  }
  if (!input.member.insuredPriorYears && waiting.reason === 'in-window') {
    const text = '以前没有参保、这次在集中参保期内缴费的，不加等待期。';
    lines.push(line('note', 'first-enrolment', text, 0, waiting.source));
  }
  if (waiting.benefitsFrom !== null && waiting.benefitsFrom >= rules.coverage.to) {
    const lastDay = inWords(previousDay(rules.coverage.to));
    const text = `本年度的保障到${lastDay}为止，等待期满时已经过期，缴费前请先向当地医保部门核实。`;
    lines.push(line('note', 'benefits-after-coverage', text, 0, rules.coverage.source));
  }
  if (input.member.age === 0 && slice?.newborn !== undefined) {
    const { registeredWithinDays, source } = slice.newborn;
    const text = `新生儿出生后 ${registeredWithinDays} 天内登记参保的，从出生之日起享受待遇，没有等待期。`;
    lines.push(line('note', 'newborn', text, 0, source));
  }
  return lines;
}

/** All lines; only the premium itself is in the group `split`. */
export function premiumLines(story: Story): Line[] {
  const { waiting } = story;
  const code = `benefits-${waiting.reason}`;
  return [
    ...amountLines(story),
    windowLine(story),
    line('note', code, waitingText(story), 0, waiting.source, { parameter: 'waiting' }),
    ...extraLines(story),
  ];
}
