// Where the till stands: finding the patient, the bill, the shown amounts, the slip.
import type { Settlement, TillPatient, TillQuote } from '@gongji/contract';
import type { Failure } from '../api/failure.ts';
import type { QuoteBody } from './bill.ts';

/** Amounts that were shown to the patient, with all that is needed to ask for them again. */
export interface ShownQuote {
  patient: TillPatient;
  body: QuoteBody;
  quote: TillQuote;
}

export type TillState =
  | { step: 'find' }
  | { step: 'bill'; patient: TillPatient }
  | {
      step: 'confirm';
      shown: ShownQuote;
      /** Why the amounts were asked for again. */
      changed: Failure | null;
      /** A settlement was sent and its answer is not known. */
      isUnknown: boolean;
    }
  | { step: 'done'; patient: TillPatient; settlement: Settlement };

export const stepNames = ['找到参保人', '录入费用', '核对试算', '完成结算'] as const;
export const stepNumber: Record<TillState['step'], number> = { find: 0, bill: 1, confirm: 2, done: 3 };

export function patientOf(state: TillState): TillPatient | null {
  switch (state.step) {
    case 'find':
      return null;
    case 'bill':
    case 'done':
      return state.patient;
    case 'confirm':
      return state.shown.patient;
  }
}

/** Refusals after which the amounts are asked for again; nothing was taken. */
const staleCodes = new Set(['shown-amount-changed', 'quote-expired', 'insufficient', 'relation-not-active']);
export const isStale = (failure: Failure): boolean => staleCodes.has(failure.code);
