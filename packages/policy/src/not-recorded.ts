// The one sentence for a figure that nobody has recorded: which figure, of which area, for which day or year.
import { inWords, isCalendarDay } from './calendar.ts';
import type { AreaPolicy } from './library.ts';
import type { PolicyRefusal } from './types.ts';

/** Names of figures that an answer may turn on. */
const FIGURE_NAMES = {
  binding: '绑定规则',
  'binding.giver': '授权人的条件',
  'binding.member': '使用人的条件',
  'binding.decision': '绑定由谁决定',
  'binding.memberLimit': '成员人数上限',
  channels: '办理渠道',
  materials: '需要的材料',
} as const;

export type FigureName = keyof typeof FIGURE_NAMES;

/** The figure's name as a citizen reads it. */
export const nameOfFigure = (figure: FigureName): string => FIGURE_NAMES[figure];

/** 2025-03-01 becomes 2025年3月1日, 2025 becomes 2025 年度. */
const onInWords = (on: string): string => (isCalendarDay(on) ? inWords(on) : ` ${on} 年度`);

/** @param on a day 'YYYY-MM-DD', or the coverage year of a premium. */
export function notRecordedRefusal(
  policy: AreaPolicy,
  on: string,
  figure: FigureName,
  field: string,
): PolicyRefusal {
  const message = `没有记录${policy.own.name}${onInWords(on)}的${FIGURE_NAMES[figure]}，请向当地医保部门核实。`;
  return { code: 'figure-not-recorded', field, message, missing: { area: policy.area, on, figure } };
}
