// What stands in the way of paying a premium now: paid already elsewhere, or insured elsewhere the year before.
import { addDays, inWords } from './calendar.ts';
import type { AreaPolicy, PremiumRules, Slice } from './library.ts';
import { line, markedText, weakMark } from './line.ts';
import type { Line, PolicySource, PremiumInput, Reason } from './types.ts';

export interface Blocks {
  blocked: Reason | undefined;
  /** Notes for what was asked and does not stand in the way. */
  notes: Line[];
}

const NONE: Blocks = { blocked: undefined, notes: [] };

const blockedBy = (code: string, text: string, source: PolicySource, parameter: string): Blocks => ({
  blocked: { code, text: markedText(text, source), source, parameter, ...weakMark(source) },
  notes: [],
});

function insuredElsewhere(rules: PremiumRules, { member, payDate, coverageYear }: PremiumInput): Blocks {
  const { insuredElsewhere: asked } = member;
  if (asked === undefined) return NONE;
  const rule = rules.insuredElsewhere ?? 'notRecorded';
  if (rule === 'notRecorded') {
    const text = `没有记录上一年在外地（${asked.area}）参保的人怎样转来缴费，请先向两地医保部门问清楚。`;
    return { blocked: undefined, notes: [line('note', 'insured-elsewhere-not-recorded', text, 0, null)] };
  }
  const { source, daysAtLeast, daysAtMost } = rule;
  const parameter = `premium.${coverageYear}.insuredElsewhere`;
  if (rule.stopThereFirst && (asked.stoppedOn === undefined || asked.stoppedOn > payDate)) {
    const text = `上一年在外地（${asked.area}）参保，请先在那里办停保，等 ${daysAtLeast} 至 ${daysAtMost} 天数据更新后，再来登记缴费。`;
    return blockedBy('stop-elsewhere-first', text, source, parameter);
  }
  const stoppedOn = asked.stoppedOn ?? payDate;
  const certainFrom = addDays(stoppedOn, daysAtMost);
  if (payDate < addDays(stoppedOn, daysAtLeast)) {
    const text = `外地停保后要等 ${daysAtLeast} 至 ${daysAtMost} 天数据才会更新，请在 ${inWords(certainFrom)}以后再来缴费。`;
    return blockedBy('wait-for-data', text, source, parameter);
  }
  const text =
    payDate < certainFrom
      ? `外地停保的数据可能还没有更新；缴不了的话，请在 ${inWords(certainFrom)}以后再试。`
      : '外地已经停保，数据应当已经更新，可以在本地缴费。';
  return { blocked: undefined, notes: [line('note', 'stopped-elsewhere', text, 0, source, { parameter })] };
}

/** The premium paid elsewhere comes first: it ends the matter. */
export function blocksOf(
  policy: AreaPolicy,
  slice: Slice | undefined,
  rules: PremiumRules,
  input: PremiumInput,
): Blocks {
  const { paidElsewhere } = input.member;
  if (paidElsewhere === undefined) return insuredElsewhere(rules, input);
  const rule = slice?.paidElsewhere;
  if (rule?.blocks !== true) {
    const text = `没有记录在别处（${paidElsewhere.area}）已经缴费的人能不能再缴，请先向${policy.own.name}医保部门核实。`;
    return { blocked: undefined, notes: [line('note', 'paid-elsewhere-not-recorded', text, 0, null)] };
  }
  const text = `${input.coverageYear} 年度的居民医保已经在别处（${paidElsewhere.area}）缴过，同一年度不能重复缴；要改在${policy.own.name}参保，请先到已缴费的地方退费。`;
  return blockedBy('paid-elsewhere', text, rule.source, 'paidElsewhere');
}
