// What the agency owes each institution of the area, and what areas owe each other.
import { readPositions } from '@gongji/ledger';
import type { ClearingEntries, ClearingMonths, Payables } from '@gongji/contract';
import { areaName } from '../area/insured-areas.ts';
import type { Queryable } from '../kernel/transact.ts';
import { accountColumns, describeAccounts, journalIdOf } from './account.ts';
import type { AccountRow } from './account.ts';
import { liveMovements } from './books.ts';
import { daysOf } from './calendar.ts';

const mostEntries = 500;

interface PayableRow extends AccountRow {
  openingFen: number;
  inFen: number;
  outFen: number;
}

export async function readPayables(client: Queryable, area: string, month: string): Promise<Payables> {
  const { from, to } = daysOf(month);
  const { rows } = await client.query<PayableRow>({
    name: 'finance-payables',
    text: `with live as (select account_id, day, in_fen, out_fen from (${liveMovements}) as moved)
      select ${accountColumns},
        coalesce(sum(moved.in_fen - moved.out_fen) filter (where moved.day < $3::date), 0)::bigint as "openingFen",
        coalesce(sum(moved.in_fen) filter (where moved.day >= $3::date), 0)::bigint as "inFen",
        coalesce(sum(moved.out_fen) filter (where moved.day >= $3::date), 0)::bigint as "outFen"
      from ledger.account
      left join lateral (
        select day, in_fen, out_fen from gongji.finance_day_balance sealed
          where sealed.account_id = account.id and sealed.day <= $2::date
        union all select live.day, live.in_fen, live.out_fen from live where live.account_id = account.id
      ) as moved on true
      where account.area = $1 and account.kind = 'payable'
      group by account.id, account.kind, account.owner, account.part_year order by account.owner`,
    values: [area, to, from],
  });
  const accounts = await describeAccounts(client, rows);
  return {
    month,
    items: rows.flatMap(({ id, openingFen, inFen, outFen }) => {
      const account = accounts.get(id);
      if (!account) return [];
      return [{ ...account, openingFen, inFen, outFen, closingFen: openingFen + inFen - outFen }];
    }),
  };
}

/** Months that are cleared, the newest first. */
export async function readClearing(client: Queryable, area: string): Promise<ClearingMonths> {
  const months = new Map<string, ClearingMonths['months'][number]>();
  for (const position of await readPositions(client, { area })) {
    const { month, fen, otherArea, scope, entries, journalId } = position;
    const known = months.get(month) ?? { month, payFen: 0, receiveFen: 0, positions: [] };
    known.positions.push({ otherArea, otherAreaName: areaName(otherArea), scope, entries, fen, journalId });
    if (fen > 0) known.payFen += fen;
    else known.receiveFen -= fen;
    months.set(month, known);
  }
  return { months: [...months.values()] };
}

/**
 * What moved between the area and another one in a cleared month, in the order of the books. The journal's head may stand in
 * the other area's book, whose rows this area can't see: kind and reference come by `finance_heads`.
 */
export async function readClearingPosition(
  client: Queryable,
  area: string,
  month: string,
  otherArea: string,
): Promise<ClearingEntries> {
  const { rows } = await client.query<{
    journal: number;
    day: string;
    kind: string;
    reference: string;
    fen: number;
  }>({
    name: 'finance-clearing-entries',
    text: `with line as (
        select record.id, record.day,
          case when record.credit = account.id then record.amount_fen else -record.amount_fen end as fen
        from ledger.clearing_position position
        join ledger.account on account.area = position.area and account.kind = 'clearing'
          and account.owner = position.area || '->' || position.other_area
        join ledger.batch on batch.area = position.area and batch.last_day > position.after_day
          and batch.first_day <= position.last_day
        join ledger.record on record.id between batch.first_record and batch.last_record and record.area = batch.area
          and (record.debit = account.id or record.credit = account.id) and record.effect in (1, 6)
          and record.day > position.after_day and record.day <= position.last_day
        where position.month = $1 and position.area = $2 and position.other_area = $3
        order by record.id
      )
      select head.journal_id as journal, line.day::text as day, head.kind, head.reference, line.fen
      from line join gongji.finance_heads((select array_agg(id) from line)) head on head.record_id = line.id
      where head.kind <> 'clearing-settlement' order by line.id limit ${mostEntries + 1}`,
    values: [month, area, otherArea],
  });
  return {
    month,
    otherArea,
    otherAreaName: areaName(otherArea),
    items: rows
      .slice(0, mostEntries)
      .map(({ journal, ...row }) => ({ ...row, journalId: journalIdOf(journal) })),
    more: rows.length > mostEntries,
  };
}
