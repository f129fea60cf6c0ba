// Corrections of records by two persons: the calls.
import type { Correction, CorrectionBody, CorrectionDecisionBody, Corrections } from '@gongji/contract';
import type { Context } from '../kernel/context.ts';
import type { Result } from '../kernel/result.ts';

export interface CorrectionService {
  /** Nothing changes yet. `kind` and `id` name the record; `correction-does-not-fit` for another kind of record. */
  propose(
    context: Context,
    kind: string,
    id: string,
    body: CorrectionBody,
    key: string,
  ): Promise<Result<Correction>>;
  list(context: Context): Promise<Result<Corrections>>;
  /** By another person than who proposed. `state-changed` when the record is not any more as it was proposed on. */
  decide(
    context: Context,
    correctionId: string,
    body: CorrectionDecisionBody,
    key: string,
  ): Promise<Result<Correction>>;
}
