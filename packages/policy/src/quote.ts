// Adjudicates an outpatient bill: policy, patient, bill and accounts in; who pays what and why out.
import { benefitFor } from './benefit.ts';
import { inWords } from './calendar.ts';
import { noPolicyForArea, sliceAt } from './library.ts';
import type { PolicyLibrary } from './library.ts';
import { sharePayment } from './payers.ts';
import { quoteLines } from './quote-lines.ts';
import { splitBill } from './split.ts';
import type { Answer, QuoteInput, QuoteResult } from './types.ts';

/**
 * Pure: the same library and input always give the same result, all amounts in fen.
 * Refused: no policy for the area or the day, a chronic disease that the area does not know.
 * A fund benefit that is not recorded is no refusal: the fund pays 0 and a line says so.
 */
export function quote(library: PolicyLibrary, input: QuoteInput): Answer<QuoteResult> {
  const policy = library.areas.get(input.area);
  if (policy === undefined) return { ok: false, reason: noPolicyForArea(library, 'area', input.area) };
  const slice = sliceAt(policy, input.date);
  if (slice?.outpatient === undefined || slice.conventions === undefined) {
    const message = `${policy.own.name}没有记录 ${inWords(input.date)} 的政策，请换一个已记录的日期。`;
    return { ok: false, reason: { code: 'no-policy-for-date', field: 'date', message } };
  }
  const choice = benefitFor(slice.outpatient, policy, input);
  if (!choice.ok) return choice;
  const { benefit } = choice;
  const { conventions } = slice;
  const split = splitBill(input.bill, benefit, input.yearToDate);
  const payers = sharePayment(input.bill.totalFen, split, input.accounts, conventions);
  return {
    ok: true,
    value: {
      policy: policy.ref,
      fundFen: split.fundFen,
      deductibleFen: split.deductibleFen,
      ownAccountFen: payers.own?.fen ?? 0,
      sharedFen: payers.givers.map(({ account, fen }) => ({ owner: account.owner, fen })),
      cashFen: payers.cashFen,
      yearToDate: split.yearToDate,
      lines: quoteLines({ input, benefit, split, payers, conventions }),
    },
  };
}
