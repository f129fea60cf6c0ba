// The ledger: double entry on PostgreSQL, posted in batches, append-only, chained by hash.
export type * from './account.ts';
export type { Balance, Books, CommandKey, LockAlso, Part, StoredAnswer } from './books.ts';
export type * from './command.ts';
export type * from './ledger.ts';
export { clearMonth, readClearingEntries, readPositions } from './clear-month.ts';
export type { ClearingEntry, ClearingPosition } from './clear-month.ts';
export { createBatcher } from './batcher.ts';
export type { Batcher, BatcherOptions } from './batcher.ts';
export { contentHashOf } from './content-hash.ts';
export { createLedger } from './create-ledger.ts';
export { creditMany } from './credit-many.ts';
export { readPartsOfMany } from './parts-of-many.ts';
export { readPeriodStatement } from './period-statement.ts';
export type { PeriodLine, PeriodStatement } from './period-statement.ts';
export { readYearEnd, runYearEnd } from './year-end.ts';
export type { InterestTerms, YearEnd } from './year-end.ts';
export { commandKeyOf, openBooks } from './open-books.ts';
export { quotaOwner } from './rules-quota.ts';

/** Folder of the ledger's migrations, for `readMigrations`. */
export const ledgerMigrations = new URL('../migrations/', import.meta.url);
