// Writes the records of a batch, one call for each area; the database moves the balances and adds to the hash chain.
import type { Pool, PoolClient } from 'pg';
import { accountNameOf } from './account-name.ts';
import {
  byteaColumn,
  dayColumn,
  instantColumn,
  int2Column,
  int8Column,
  jsonColumn,
  textColumn,
} from '@gongji/database';
import type { AccountState, RecordDraft } from './entry.ts';
import { recordTypes } from './entry.ts';
import { openAccounts } from './sql-accounts.ts';

/** Writes the records of one area, of which `expectedBatches` were written before. */
export async function writeBatch(
  tx: PoolClient,
  area: string,
  expectedBatches: number,
  records: readonly RecordDraft[],
): Promise<void> {
  await tx.query({
    name: 'ledger-write',
    text: `select ledger.write_batch($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)`,
    values: [area, expectedBatches, ...columnsOf(records)],
  });
}

/** The same in a transaction of its own, after the batch before it, which may be under way on another connection. */
export async function writeNext(
  pool: Pool,
  area: string,
  expectedBatches: number,
  records: readonly RecordDraft[],
): Promise<void> {
  await pool.query({
    name: 'ledger-write-next',
    text: `select ledger.write_next($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)`,
    values: [area, expectedBatches, ...columnsOf(records)],
  });
}

function columnsOf(records: readonly RecordDraft[]): (Buffer | null)[] {
  const column = <Value>(of: (record: RecordDraft) => Value): Value[] => records.map(of);
  return [
    int8Column(column((record) => record.journal)),
    int8Column(column((record) => idOf(record.debit))),
    int8Column(column((record) => idOf(record.credit))),
    int8Column(column((record) => record.amountFen)),
    int8Column(column((record) => record.debitAfterFen)),
    int8Column(column((record) => record.creditAfterFen)),
    int8Column(column((record) => record.debitPrevious)),
    int8Column(column((record) => record.creditPrevious)),
    int8Column(column((record) => record.head?.follows ?? null)),
    instantColumn(column((record) => record.happenedAt)),
    dayColumn(column((record) => record.day)),
    int2Column(column((record) => record.effect)),
    int2Column(column(({ head }) => head && recordTypes.indexOf(head.type) + 1)),
    int2Column(column((record) => record.lines)),
    textColumn(column((record) => record.head?.kind ?? null)),
    textColumn(column((record) => record.head?.reference ?? null)),
    textColumn(column((record) => record.head?.key ?? null)),
    byteaColumn(column(({ head }) => head && Buffer.from(head.contentHash, 'hex'))),
    jsonColumn(column((record) => record.head?.extra ?? null)),
  ];
}

function idOf(account: AccountState | null): number | null {
  if (account === null) return null;
  if (account.id === undefined) throw new Error(`account ${accountNameOf(account.ref)} was not opened`);
  return account.id;
}

/**
 * Opens the accounts that records touch for the first time, and puts clearing accounts, which were used without being read,
 * onto the balance and the newest record that they have.
 */
export async function openTouched(tx: PoolClient, records: readonly RecordDraft[]): Promise<void> {
  const absent = new Map<string, AccountState>();
  for (const { debit, credit } of records) {
    for (const account of [debit, credit])
      if (account && account.id === undefined) absent.set(accountNameOf(account.ref), account);
  }
  if (absent.size === 0) return;
  const opened = new Map<AccountState, { netFen: number; lastRecord: number }>();
  for (const row of await openAccounts(
    tx,
    [...absent.values()].map(({ ref }) => ref),
  )) {
    const { area, kind, owner, part_year: partYear } = row;
    const account = absent.get(accountNameOf({ area, kind, owner, partYear }));
    if (!account) continue;
    account.id = row.id;
    account.netFen += row.net_fen;
    account.recordedFen += row.net_fen;
    opened.set(account, { netFen: row.net_fen, lastRecord: row.last_record });
  }
  for (const record of records) {
    const debit = record.debit && opened.get(record.debit);
    const credit = record.credit && opened.get(record.credit);
    if (debit && record.debitAfterFen !== null) record.debitAfterFen += debit.netFen;
    if (debit && record.debitPrevious === 0) record.debitPrevious = debit.lastRecord;
    if (credit && record.creditAfterFen !== null) record.creditAfterFen += credit.netFen;
    if (credit && record.creditPrevious === 0) record.creditPrevious = credit.lastRecord;
  }
}
