// Expected outcomes are values: a refusal names its code in the contract's error catalogue.
import type { ErrorCode, ErrorDetails } from '@gongji/contract';

export interface Refusal {
  ok: false;
  code: ErrorCode;
  details?: ErrorDetails;
  /** The field of the request that was wrong. */
  field?: string;
}

export type Result<Value> = { ok: true; value: Value } | Refusal;

export const done = <Value>(value: Value): { ok: true; value: Value } => ({ ok: true, value });

export const refuse = (code: ErrorCode, details?: ErrorDetails, field?: string): Refusal => ({
  ok: false,
  code,
  ...(details ? { details } : {}),
  ...(field ? { field } : {}),
});
