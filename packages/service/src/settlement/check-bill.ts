// Whether a bill can be adjudicated at all: whole amounts that fit each other, and chronic diseases that are registered.
import { refuse } from '../kernel/result.ts';
import type { Refusal } from '../kernel/result.ts';
import type { Asked } from './adjudicate.ts';
import { registrationsOf } from '../standing/standing.ts';
import type { PersonFacts } from './facts.ts';

/**
 * Undefined when nothing is wrong. A registration that has lapsed or not begun is no refusal: the bill is paid as an
 * ordinary one and a line says why. Refused: `amount-wrong`, `patient-not-insured`, `chronic-not-registered` for a
 * disease that was never registered.
 */
export function refuseBill({ bill, chronic }: Asked, patient: PersonFacts): Refusal | undefined {
  const { totalFen, whollySelfPaidFen, overPriceLimitFen, preSelfPaidFen } = bill;
  for (const [field, fen] of Object.entries(bill)) {
    if (!Number.isSafeInteger(fen) || fen < 0) {
      return refuse('amount-wrong', { what: '金额不是不小于 0 的整数分' }, `bill.${field}`);
    }
  }
  if (totalFen === 0) return refuse('amount-wrong', { what: '总额是 0，没有要结算的费用' }, 'bill.totalFen');
  if (whollySelfPaidFen + overPriceLimitFen + preSelfPaidFen > totalFen) {
    return refuse('amount-wrong', { what: '各项自费之和超过了总额' }, 'bill.totalFen');
  }
  if (patient.status !== 'normal') return refuse('patient-not-insured');
  const known = new Set(registrationsOf(patient).map(({ disease }) => disease));
  if (chronic.some((code) => !known.has(code))) {
    return refuse('chronic-not-registered', undefined, 'chronic');
  }
  return undefined;
}
