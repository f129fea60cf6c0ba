// The hash chain: what of a batch is hashed, in which form. Writer and verifier both come here.
import { createHash } from 'node:crypto';

/** Ids of a batch's journals are number * this + position. */
export const idsPerBatch = 10_000;

/** A journal as it stands in its row. */
export interface JournalRow {
  id: number;
  area: string;
  type: string;
  kind: string;
  reference: string;
  businessDate: string;
  postedAt: Date;
  key: string;
  holdId: number | null;
  reverses: number | null;
  expiresAt: Date | null;
}

/** A posting as it stands in its row. */
export interface PostingRow {
  journalId: number;
  sequence: number;
  area: string;
  accountId: number;
  amountFen: number;
  heldFen: number;
  frozenFen: number;
  status: string | null;
  balanceAfterFen: number;
}

export interface ChainLink {
  area: string;
  number: number;
  previousNumber: number;
  previousHash: Buffer;
}

/** SHA-256 over the link to the previous row and the area's rows of the batch, journals by id, then postings by journal and sequence. */
export function chainHashOf(
  link: ChainLink,
  journals: readonly JournalRow[],
  postings: readonly PostingRow[],
): Buffer {
  const hash = createHash('sha256');
  hash.update(link.previousHash);
  hash.update(`${JSON.stringify([link.area, link.number, link.previousNumber])}\n`);
  for (const row of journals) {
    const { id, area, type, kind, reference, businessDate, postedAt, key, holdId, reverses, expiresAt } = row;
    hash.update(
      `${JSON.stringify(['journal', id, area, type, kind, reference, businessDate, postedAt, key, holdId, reverses, expiresAt])}\n`,
    );
  }
  for (const row of postings) {
    const { journalId, sequence, area, accountId, amountFen, heldFen, frozenFen, status, balanceAfterFen } =
      row;
    hash.update(
      `${JSON.stringify(['posting', journalId, sequence, area, accountId, amountFen, heldFen, frozenFen, status, balanceAfterFen])}\n`,
    );
  }
  return hash.digest();
}

/** Groups rows by their area. */
export function byArea<Row extends { area: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.area);
    if (group) group.push(row);
    else groups.set(row.area, [row]);
  }
  return groups;
}
