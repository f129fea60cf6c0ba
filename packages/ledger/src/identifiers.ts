// Public ids tell their kind by a prefix; inside they are numbers.
import type { AccountId, CaseId, HoldId, JournalId } from './account.ts';

export const journalIdOf = (id: number): JournalId => `jrn_${id}`;
export const holdIdOf = (id: number): HoldId => `hld_${id}`;
export const caseIdOf = (id: number): CaseId => `cas_${id}`;
export const accountIdOf = (id: number): AccountId => `acc_${id}`;

/** The number in a public id, undefined if it is none of ours. */
export function numberOf(publicId: string, prefix: 'jrn' | 'hld' | 'cas'): number | undefined {
  const digits = /^(jrn|hld|cas)_(\d{1,16})$/.exec(publicId);
  const value = Number(digits?.[2]);
  return digits?.[1] === prefix && Number.isSafeInteger(value) ? value : undefined;
}
