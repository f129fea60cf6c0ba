// Reads holds and journals of the past for the rules: what they moved (immutable), and what followed them (under lock).
import type { PoolClient } from 'pg';
import { accountRefOf } from './account-name.ts';
import { int8Column } from '@gongji/database';
import { effects, recordTypes } from './entry.ts';
import type { PastEntry } from './entry.ts';

interface PastRow {
  journal_id: number;
  id: number;
  area: string;
  type: number | null;
  effect: number;
  amount_fen: number;
  expires_at: string | null;
  debit: number | null;
  debit_area: string;
  debit_kind: string;
  debit_owner: string;
  debit_year: number;
  credit: number | null;
  credit_area: string;
  credit_kind: string;
  credit_owner: string;
  credit_year: number;
}

/** All records of the journals `$1`: those that follow the first one directly, and those that `also` names. */
export const journalRecords = `(
  with first as (
    select found.id, found.lines, found.extra from unnest($1::bigint[]) as wanted (id)
    cross join lateral (select * from ledger.record r where r.id = wanted.id and r.type not in (9, 10, 11) offset 0) as found
  ), span as (
    select id as journal_id, id as low, id + lines as high from first
    union all
    select first.id, (part ->> 0)::bigint, (part ->> 0)::bigint + (part ->> 1)::bigint - 1
      from first, jsonb_array_elements(first.extra -> 'also') as part
  )
  select span.journal_id, found.* from span
  cross join lateral (select * from ledger.record r where r.id between span.low and span.high offset 0) as found
)`;

/** Entries by id, without what followed them, and the ids of all accounts that they touch. */
export async function readPast(
  tx: PoolClient,
  ids: readonly number[],
): Promise<{ entries: Map<number, PastEntry>; accountIds: number[]; areas: string[] }> {
  const { rows } = await tx.query<PastRow>({
    name: 'ledger-past',
    text: `select line.journal_id, line.id, line.area, line.type, line.effect, line.amount_fen, line.extra ->> 'expiresAt' as expires_at,
        line.debit, d.area as debit_area, d.kind as debit_kind, d.owner as debit_owner, d.part_year as debit_year,
        line.credit, c.area as credit_area, c.kind as credit_kind, c.owner as credit_owner, c.part_year as credit_year
      from ${journalRecords} as line
      left join ledger.account d on d.id = line.debit
      left join ledger.account c on c.id = line.credit
      order by line.journal_id, line.id <> line.journal_id, line.id`,
    values: [int8Column(ids)],
  });
  const entries = new Map<number, PastEntry>();
  const accountIds = new Set<number>();
  for (const row of rows) {
    const type = row.type === null ? undefined : recordTypes[row.type - 1];
    const entry = entries.get(row.journal_id) ?? {
      id: row.id,
      area: row.area,
      type: type ?? 'remembered',
      expiresAt: row.expires_at === null ? null : new Date(row.expires_at),
      movements: [],
      followedBy: undefined,
      isUnknown: false,
      lateJournal: undefined,
    };
    entries.set(row.journal_id, entry);
    addMovements(entry, row);
    if (row.debit !== null) accountIds.add(row.debit);
    if (row.credit !== null) accountIds.add(row.credit);
  }
  return {
    entries,
    accountIds: [...accountIds],
    areas: [...new Set(rows.map(({ area }) => area))],
  };
}

function addMovements({ movements }: PastEntry, row: PastRow): void {
  const { effect, amount_fen: fen } = row;
  if (row.debit !== null) {
    const account = accountRefOf({
      area: row.debit_area,
      kind: row.debit_kind,
      owner: row.debit_owner,
      part_year: row.debit_year,
    });
    const isMove = effect === effects.move || effect === effects.moveHeld;
    const heldFen = effect === effects.hold ? fen : effect === effects.release ? -fen : 0;
    movements.push({ account, amountFen: isMove ? -fen : 0, heldFen });
  }
  if (row.credit !== null) {
    const account = accountRefOf({
      area: row.credit_area,
      kind: row.credit_kind,
      owner: row.credit_owner,
      part_year: row.credit_year,
    });
    movements.push({ account, amountFen: fen, heldFen: 0 });
  }
}

/** Fills in what became of holds and journals. Call when the books are locked, so that nothing can be added meanwhile. */
export async function readWhatFollowed(tx: PoolClient, entries: Map<number, PastEntry>): Promise<void> {
  const { rows } = await tx.query<{
    of: number;
    id: number | null;
    type: number | null;
    is_unknown: boolean;
    late_id: number | null;
  }>({
    name: 'ledger-followed',
    text: `select wanted.id as of, found.id, found.type, coalesce(open.is_unknown, false) as is_unknown, late.id as late_id
      from unnest($1::bigint[]) as wanted (id)
      left join lateral (select * from ledger.record r where r.follows = wanted.id offset 0) as found on true
      left join lateral (select * from ledger.hold_open o where o.id = wanted.id offset 0) as open on true
      left join lateral (select * from ledger.late_case c where c.hold_id = wanted.id offset 0) as late on true`,
    values: [int8Column([...entries.keys()])],
  });
  for (const row of rows) {
    const entry = entries.get(row.of);
    if (!entry) continue;
    if (row.id !== null && row.type !== null)
      entry.followedBy = { id: row.id, type: recordTypes[row.type - 1] ?? 'remembered' };
    entry.isUnknown = row.is_unknown;
    entry.lateJournal = row.late_id ?? undefined;
  }
}

/** Cases of late successes, by the number in their id. */
export async function readCases(tx: PoolClient, ids: readonly number[]): Promise<Map<number, LateCaseState>> {
  const { rows } = await tx.query<LateCaseState & { id: number }>({
    name: 'ledger-cases',
    text: 'select id, area, resolved_by as "resolvedBy" from ledger.late_case where id = any ($1::bigint[])',
    values: [int8Column(ids)],
  });
  return new Map(rows.map(({ id, ...state }) => [id, state]));
}

export interface LateCaseState {
  area: string;
  resolvedBy: number | null;
}
