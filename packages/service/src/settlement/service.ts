// Settling a patient's bill at the till of an institution: the calls.
import type {
  ReversalBody,
  Settlement,
  SettlementBody,
  Settlements,
  TillPatient,
  TillPatientBody,
  TillQuote,
  TillQuoteBody,
} from '@gongji/contract';
import type { z } from 'zod';
import type { Context } from '../kernel/context.ts';
import type { Result } from '../kernel/result.ts';

/** Every call is for a cashier or the institution itself; others get `not-allowed`. */
export interface SettlementService {
  /** By person number or identity number. */
  patient(context: Context, body: z.infer<typeof TillPatientBody>): Promise<Result<TillPatient>>;
  /** What each would pay now; kept for 30 minutes, for this institution only. */
  quote(context: Context, body: z.infer<typeof TillQuoteBody>): Promise<Result<TillQuote>>;
  /** Takes what was shown, or nothing (`shown-amount-changed`). */
  settle(context: Context, body: z.infer<typeof SettlementBody>, key: string): Promise<Result<Settlement>>;
  /** The institution's last 200 settlements, the newest first. */
  list(context: Context): Promise<Result<z.infer<typeof Settlements>>>;
  get(context: Context, settlementId: string): Promise<Result<Settlement>>;
  /** Gives everything back to the accounts and years it came from, once (`already-reversed`). */
  reverse(
    context: Context,
    settlementId: string,
    body: z.infer<typeof ReversalBody>,
    key: string,
  ): Promise<Result<Settlement>>;
  /** Waits for what is under way. */
  close(): Promise<void>;
}
