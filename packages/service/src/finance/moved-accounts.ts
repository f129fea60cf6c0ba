// From a sum of a day to the accounts behind it.
import type { MovedAccounts } from '@gongji/contract';
import type { Queryable } from '../kernel/transact.ts';
import { accountColumns, describeAccounts } from './account.ts';
import type { AccountRow } from './account.ts';
import { isAccountKind } from './books.ts';

const mostAccounts = 200;

/** `part` is a kind of account, for people with the year of the money: `fund`, `personal.2024`; undefined if it is none. */
export async function readMovedAccounts(
  client: Queryable,
  area: string,
  day: string,
  part: string,
): Promise<MovedAccounts | undefined> {
  const [kind = '', year = '0'] = part.split('.');
  if (!isAccountKind(kind) || !/^\d{1,4}$/.test(year)) return undefined;
  const { rows } = await client.query<AccountRow & { inFen: number; outFen: number; total: number }>({
    name: 'finance-moved-accounts',
    text: `with moved as (
        select side.account_id, sum(side.in_fen)::bigint as in_fen, sum(side.out_fen)::bigint as out_fen
        from ledger.batch
        join ledger.record on record.id between batch.first_record and batch.last_record and record.area = batch.area
        cross join lateral (values (record.debit, 0::bigint, record.amount_fen), (record.credit, record.amount_fen, 0::bigint))
          as side (account_id, in_fen, out_fen)
        where batch.area = $1 and batch.last_day >= $2::date and batch.first_day <= $2::date
          and record.day = $2::date and record.effect in (1, 6)
        group by side.account_id
      )
      select ${accountColumns}, moved.in_fen as "inFen", moved.out_fen as "outFen", count(*) over () as total
      from moved join ledger.account on account.id = moved.account_id
      where account.kind = $3 and account.part_year = $4
      order by moved.in_fen + moved.out_fen desc, account.id limit ${mostAccounts}`,
    values: [area, day, kind, Number(year)],
  });
  const accounts = await describeAccounts(client, rows);
  return {
    day,
    total: rows[0]?.total ?? 0,
    items: rows.flatMap(({ id, inFen, outFen }) => {
      const account = accounts.get(id);
      return account ? [{ ...account, inFen, outFen }] : [];
    }),
  };
}
