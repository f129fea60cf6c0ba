// Locks the books of areas: who holds them writes these areas alone until the commit.
import type { Pool, PoolClient } from 'pg';

/** The book of an area, locked. */
export interface Book {
  area: string;
  lane: number;
  /** Batches and records written before these books were opened. */
  batches: number;
  records: number;
  sealedThrough: string;
}

/** Ids of records are lane * this + place. */
export const recordsPerLane = 2 ** 40;

/** In the order of the areas, making the books that are missing. */
export async function lockBooks(tx: PoolClient, areas: readonly string[]): Promise<Book[]> {
  const { rows } = await tx.query<Book>({
    name: 'ledger-lock-books',
    text: `select area, lane, batches, records, sealed_through::text as "sealedThrough"
      from ledger.lock_books($1::bpchar[])`,
    values: [[...areas].sort()],
  });
  return rows;
}

/** The book of an area as it stands, not locked; undefined if it was never written. */
export async function readBook(pool: Pool, area: string): Promise<Book | undefined> {
  const { rows } = await pool.query<Book>({
    name: 'ledger-read-book',
    text: `select area, lane, batches, records, sealed_through::text as "sealedThrough" from ledger.book where area = $1`,
    values: [area],
  });
  return rows[0];
}
