// From an account to its entries in a period, and from there to the journal.
import type { AccountEntries, BookEntry, BookJournal } from '@gongji/contract';
import type { Queryable } from '../kernel/transact.ts';
import { instantText } from '../kernel/instant.ts';
import { journalIdOf, readAccounts } from './account.ts';

const mostEntries = 500;

type Line = Omit<BookEntry, 'journalId' | 'balanceFen'> & { journal: number };

/**
 * An account of the area, undefined if there is none by that number. Read from the area's batches of these days, so that a
 * long period of a busy area takes its time.
 */
export async function readEntries(
  client: Queryable,
  area: string,
  accountId: number,
  from: string,
  to: string,
): Promise<AccountEntries | undefined> {
  const account = (await readAccounts(client, [accountId])).get(accountId);
  if (!account) return undefined;
  const { rows: lines } = await client.query<Line>({
    name: 'finance-entries',
    text: `with line as (
        select coalesce(record.journal, record.id) as journal, record.day, min(record.id) as record_id,
          sum(case when record.credit = $2 then record.amount_fen else 0 end
            - case when record.debit = $2 then record.amount_fen else 0 end)::bigint as fen
        from ledger.batch
        join ledger.record on record.id between batch.first_record and batch.last_record and record.area = batch.area
        where batch.area = $1 and batch.last_day >= $3::date and batch.first_day <= $4::date
          and record.day between $3::date and $4::date and (record.debit = $2 or record.credit = $2) and record.effect in (1, 6)
        group by 1, 2 order by 2, 3 limit ${mostEntries + 1}
      )
      select line.journal, line.day::text as day, head.kind, head.reference, line.fen as "amountFen"
      from line join gongji.finance_heads((select array_agg(record_id) from line)) head on head.record_id = line.record_id
      order by line.day, line.record_id`,
    values: [area, accountId, from, to],
  });
  const openingFen = await readOpening(client, area, accountId, from);
  let balanceFen = openingFen;
  const entries = lines.slice(0, mostEntries).map(({ journal, ...line }): BookEntry => {
    balanceFen += line.amountFen;
    return { ...line, journalId: journalIdOf(journal), balanceFen };
  });
  const more = lines.length > mostEntries;
  const closingFen = more ? await readOpening(client, area, accountId, dayAfter(to)) : balanceFen;
  return { account, from, to, openingFen, closingFen, entries, more };
}

const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/** Balance before a day: the last sealed closing and what moved since. */
async function readOpening(client: Queryable, area: string, accountId: number, day: string): Promise<number> {
  const { rows } = await client.query<{ fen: number }>({
    name: 'finance-opening',
    text: `select (coalesce((select closing_fen from gongji.finance_day_balance sealed
          where sealed.account_id = $2 and sealed.day < $3::date order by sealed.day desc limit 1), 0)
        + coalesce((select sum(case when record.credit = $2 then record.amount_fen else -record.amount_fen end)
          from gongji.finance_book book
          join ledger.batch on batch.area = book.area and batch.last_day > book.sealed_or_never and batch.first_day < $3::date
          join ledger.record on record.id between batch.first_record and batch.last_record and record.area = batch.area
          where book.area = $1 and record.day > book.sealed_or_never and record.day < $3::date
            and (record.debit = $2 or record.credit = $2) and record.effect in (1, 6)), 0))::bigint as fen`,
    values: [area, accountId, day],
  });
  return rows[0]?.fen ?? 0;
}

interface JournalRow {
  kind: string;
  type: number;
  reference: string;
  happenedAt: Date;
  follows: number | null;
  day: string;
  effect: number;
  debit: number | null;
  credit: number | null;
  fen: number;
}

const effectNames: Readonly<Record<number, 'moved' | 'held' | 'released'>> = {
  1: 'moved',
  2: 'held',
  3: 'released',
  6: 'moved',
};

/** The area's own lines; undefined when it has none. */
export async function readJournal(client: Queryable, journal: number): Promise<BookJournal | undefined> {
  const { rows } = await client.query<JournalRow>({
    name: 'finance-journal',
    text: `select kind, type, reference, happened_at as "happenedAt", follows, day::text as day, effect, debit, credit,
      amount_fen as fen from gongji.finance_journal($1) order by record_id`,
    values: [journal],
  });
  const [head] = rows;
  if (!head) return undefined;
  const accounts = await readAccounts(
    client,
    rows.flatMap(({ debit, credit }) => [debit ?? [], credit ?? []].flat()),
  );
  return {
    journalId: journalIdOf(journal),
    kind: head.kind,
    reference: head.reference,
    day: head.day,
    happenedAt: instantText(head.happenedAt),
    follows: head.follows === null ? null : journalIdOf(head.follows),
    lines: rows.map(({ effect, debit, credit, fen }) => ({
      effect: effectNames[effect] ?? 'other',
      from: debit === null ? null : (accounts.get(debit) ?? null),
      to: credit === null ? null : (accounts.get(credit) ?? null),
      fen,
    })),
  };
}
