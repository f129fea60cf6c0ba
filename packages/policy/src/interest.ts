// The interest on personal accounts of an area in a year: method, rates and where they come from.
import { sliceAt } from './library.ts';
import type { PolicyLibrary } from './library.ts';
import type { PolicyRef, PolicySource } from './types.ts';

export type InterestAnswer =
  | {
      result: 'recorded';
      policy: PolicyRef;
      method: 'closing-balance' | 'daily-product';
      daysOfYear: 360 | 365;
      rounding: 'half-up' | 'down';
      /** Per million and year, for money of earlier years and of this one. */
      priorYearPerMillion: number;
      currentYearPerMillion: number;
      source: PolicySource;
    }
  /** No rates are known: no interest is paid by guess. */
  | { result: 'not-recorded'; areaName: string }
  | { result: 'no-policy' };

/** Pure. What holds on the last day of the year. */
export function interestOf(library: PolicyLibrary, area: string, year: number): InterestAnswer {
  const policy = library.areas.get(area);
  if (policy === undefined) return { result: 'no-policy' };
  const interest = sliceAt(policy, `${year}-12-31`)?.interest;
  if (interest === undefined || interest.rates === 'notRecorded')
    return { result: 'not-recorded', areaName: policy.own.name };
  const { method, daysOfYear, rounding, rates } = interest;
  return { result: 'recorded', policy: policy.ref, method, daysOfYear, rounding, ...rates };
}
