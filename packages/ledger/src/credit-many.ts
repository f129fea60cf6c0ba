// Credits very many accounts from one in a single journal, written set by set in the database: for files and the year's end.
import type { PoolClient } from 'pg';
import type { AccountKind, JournalId } from './account.ts';
import { journalIdOf } from './identifiers.ts';

export interface CreditMany {
  area: string;
  /** The account that everything comes from. */
  from: { kind: AccountKind; owner: string };
  /** People's parts and what each is credited, in fen, above 0; at most 30,000. */
  owners: readonly string[];
  partYears: readonly number[];
  amountsFen: readonly number[];
  kind: string;
  reference: string;
  /** Idempotency key: the same key and content answer the same journal; other content is a fault (constraint key_reused). */
  key: string;
  businessDate: string;
  at: Date;
}

/** Posts on a transaction of the caller's. Faults: a sealed day, a closed account, a key with other content. */
export async function creditMany(tx: PoolClient, credits: CreditMany): Promise<JournalId> {
  const { area, from, owners, partYears, amountsFen, kind, reference, key, businessDate, at } = credits;
  const { rows } = await tx.query<{ id: number }>({
    name: 'ledger-credit-many',
    text: 'select ledger.credit_many($1, $2, $3, $4::text[], $5::smallint[], $6::bigint[], $7, $8, $9, $10, $11) as id',
    values: [
      area,
      from.kind,
      from.owner,
      owners,
      partYears,
      amountsFen,
      kind,
      reference,
      key,
      businessDate,
      at,
    ],
  });
  return journalIdOf(rows[0]!.id);
}
