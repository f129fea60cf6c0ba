// What a person is filed for, filing anew, and what a calculation in the browser starts from: the calls.
import type { CalculatorFacts, FilingBody, OutOfArea } from '@gongji/contract';
import type { Context } from '../kernel/context.ts';
import type { Result } from '../kernel/result.ts';

/** Every call but `policyText` is for the signed-in person; others get `not-allowed`. */
export interface StandingService {
  /** The own filings, the one that began last first, and what the insured area's policy says of treatment elsewhere. */
  outOfArea(context: Context): Promise<Result<OutOfArea>>;
  /**
   * Files treatment elsewhere; it holds from its first day on. Refused: `filing-not-insured`, `filing-at-home`,
   * `filing-days-wrong`, `filing-exists` when one for the place holds on a day of it.
   */
  file(context: Context, body: FilingBody, key: string): Promise<Result<OutOfArea>>;
  /** @param amountFen of the bill that one thinks of: relatives' money is told up to it, as a till would. */
  calculatorFacts(context: Context, amountFen: number): Promise<Result<CalculatorFacts>>;
  /** Refused: `policy-not-recorded`. */
  policyText(area: string): Result<{ text: string }>;
}
