// The ledger: double entry on PostgreSQL, posted in batches, append-only, chained by hash.
export type * from './account.ts';
export type * from './command.ts';
export type * from './books.ts';
export type * from './ledger.ts';
