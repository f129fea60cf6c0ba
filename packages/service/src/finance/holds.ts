// What is set aside on accounts now, and what went or goes back.
import type { OpenHolds, Refunds } from '@gongji/contract';
import type { FieldCipher } from '@gongji/database';
import type { PoolClient } from 'pg';
import { instantText } from '../kernel/instant.ts';
import type { Queryable } from '../kernel/transact.ts';
import { openMark, readSealedMarks } from '../person/store.ts';
import { journalIdOf, numberIn } from './account.ts';
import { daysOf } from './calendar.ts';

const mostHolds = 500;
const mostRefunds = 500;

interface HoldRow {
  id: number;
  kind: string;
  reference: string;
  day: string;
  ownerNo: string;
  fen: number;
  inDoubt: boolean;
  expiresAt: Date;
}

/** What expires first, first; those in doubt before all. */
export async function readHolds(client: PoolClient, cipher: FieldCipher): Promise<OpenHolds> {
  const { rows } = await client.query<HoldRow>(
    `select hold.id, head.kind, head.reference, head.day::text as day, hold.is_unknown as "inDoubt",
       hold.expires_at as "expiresAt", line.owner as "ownerNo", line.fen
     from gongji.finance_hold hold
     join ledger.record head on head.id = hold.id
     cross join lateral (
       select min(account.owner) as owner, sum(record.amount_fen)::bigint as fen from ledger.record
       join ledger.account on account.id = record.debit
       where record.id between head.id and head.id + coalesce(head.lines, 0)) as line
     order by hold.is_unknown desc, hold.expires_at limit ${mostHolds}`,
  );
  const { rows: clock } = await client.query<{ now: Date }>('select clock_timestamp() as now');
  const marks = await readSealedMarks(
    client,
    rows.map(({ ownerNo }) => ownerNo),
  );
  return {
    now: instantText(clock[0]?.now ?? new Date(0)),
    items: rows.map(({ id, ownerNo, expiresAt, ...row }) => {
      const mark = marks.get(ownerNo);
      return {
        ...row,
        holdId: `hld_${id}`,
        journalId: journalIdOf(id),
        owner: mark ? openMark(cipher, mark) : null,
        expiresAt: instantText(expiresAt),
      };
    }),
  };
}

type Refund = Refunds['items'][number];

/** Of a month: settlements by the day of their reversal, premiums by the day on which they were begun. */
export async function readRefunds(client: Queryable, month: string): Promise<Refunds> {
  const { from, to } = daysOf(month);
  const { rows: settlements } = await client.query<Refund>(
    `select 'settlement' as kind, settlement_id as reference, business_date::text as day, place, account_fen as "accountFen",
       cash_fen as "cashFen", 'done' as state, journal_id as "journalId"
     from gongji.finance_reversal where business_date between $1 and $2
     order by business_date desc, settlement_id limit ${mostRefunds}`,
    [from, to],
  );
  const { rows: premiums } = await client.query<Refund & { holdId: string | null }>(
    `select 'premium' as kind, payment_id as reference, (created_at at time zone 'Asia/Shanghai')::date::text as day,
       null as place, from_account_fen as "accountFen", case when cash_paid then cash_fen else 0 end as "cashFen",
       case state when 'returned' then 'done' else 'under-way' end as state, null as "journalId", hold_id as "holdId"
     from gongji.finance_premium
     where state in ('returning', 'returned') and (created_at at time zone 'Asia/Shanghai')::date between $1 and $2
     order by created_at desc, payment_id limit ${mostRefunds}`,
    [from, to],
  );
  const items = [
    ...settlements,
    ...premiums.map(({ holdId, ...refund }) => {
      const hold = holdId === null ? undefined : numberIn(holdId, 'hld');
      return { ...refund, journalId: hold === undefined ? null : journalIdOf(hold) };
    }),
  ];
  return { month, items: items.sort((a, b) => b.day.localeCompare(a.day)) };
}
