// A reversal's effect on the year's sums: exactly what the bill had added comes off again, whatever came between.
import { inWords } from './calendar.ts';
import { noPolicyForArea, sliceAt } from './library.ts';
import type { PolicyLibrary } from './library.ts';
import { line } from './line.ts';
import { yuan } from './money.ts';
import type { Answer, Line, PolicyRef, YearToDate } from './types.ts';

export interface GiveBackInput {
  /** The patient's insured area and the day of the bill. */
  area: string;
  date: string;
  /** The year's sums as they stand now, and what the bill had added to them (fen). */
  yearToDate: YearToDate;
  added: YearToDate;
}

export interface GiveBackResult {
  policy: PolicyRef;
  /** The named option of the area's conventions that decided. */
  option: 'later-bills-stay';
  yearToDate: YearToDate;
  lines: Line[];
}

/**
 * Pure. The option `later-bills-stay`: bills that came later keep what they were worked out to, even where a deductible would
 * have fallen on them. Refused: no policy for the area or the day. Fault: more to give back than was counted.
 */
export function giveBack(library: PolicyLibrary, input: GiveBackInput): Answer<GiveBackResult> {
  const policy = library.areas.get(input.area);
  if (policy === undefined) return { ok: false, reason: noPolicyForArea(library, 'area', input.area) };
  const conventions = sliceAt(policy, input.date)?.conventions;
  if (conventions === undefined) {
    const message = `${policy.own.name}没有记录 ${inWords(input.date)} 的政策，请换一个已记录的日期。`;
    return { ok: false, reason: { code: 'no-policy-for-date', field: 'date', message } };
  }
  const { yearToDate: before, added } = input;
  const after: YearToDate = {
    deductibleFen: before.deductibleFen - added.deductibleFen,
    fundPaidFen: before.fundPaidFen - added.fundPaidFen,
  };
  if (after.deductibleFen < 0 || after.fundPaidFen < 0) {
    throw new Error('a reversal would give back more than was counted in the year');
  }
  const { source, reversal: option } = conventions;
  const back = (code: string, what: string, key: keyof YearToDate): Line =>
    line('note', code, `退回这张账单计入今年${what}的 ${yuan(added[key])}。`, added[key], source, {
      before: before[key],
      after: after[key],
    });
  const stay = '之后的账单不重新计算，已经付的不变；以后的账单按退回后的累计计算。';
  return {
    ok: true,
    value: {
      policy: policy.ref,
      option,
      yearToDate: after,
      lines: [
        back('deductible-given-back', '起付线', 'deductibleFen'),
        back('fund-given-back', '基金支付', 'fundPaidFen'),
        line('note', option, stay, 0, source, { parameter: 'conventions.reversal', applied: false }),
      ],
    },
  };
}
