// A day and a month of the books: what is left to do before they are closed, and their sums.
import type { FinanceDay, FinanceMonth } from '@gongji/contract';
import type { Queryable } from '../kernel/transact.ts';
import { instantText } from '../kernel/instant.ts';
import { readBookDays, readBookParts, readSealedThrough, readUnsealedDays } from './books.ts';
import { daysOf } from './calendar.ts';

/** A hold that expires within this time is worth a look. */
const expiringDays = 2;

/** `today` is the business day; `client` belongs to staff of the area. */
export async function readDay(
  client: Queryable,
  area: string,
  day: string,
  today: string,
): Promise<FinanceDay> {
  const { rows: seals } = await client.query<{ root: Buffer; sealedAt: Date }>(
    'select root, sealed_at as "sealedAt" from ledger.day_seal where area = $1 and day = $2',
    [area, day],
  );
  const seal = seals[0];
  const { rows: files } = await client.query<{
    source: 'tax' | 'cash';
    comparedAt: Date | null;
    openCases: number;
  }>(
    `select source.name as source, file.compared_at as "comparedAt",
       (select count(*) from gongji.reconciliation_case opened
         where opened.source = source.name and opened.day = $1 and opened.state = 'open') as "openCases"
     from (values ('tax'), ('cash')) as source (name)
     left join gongji.finance_file file on file.source = source.name and file.day = $1
     order by source.name desc`,
    [day],
  );
  const { rows: holds } = await client.query<{ open: number; expiring: number }>(
    `select count(*) as open, count(*) filter (where not is_unknown
       and expires_at < clock_timestamp() + make_interval(days => $1)) as expiring
     from gongji.finance_hold`,
    [expiringDays],
  );
  return {
    day,
    today,
    sealedThrough: await readSealedThrough(client, area),
    unsealedDays: await readUnsealedDays(client, area, today),
    seal: seal ? { day, root: seal.root.toString('hex'), sealedAt: instantText(seal.sealedAt) } : null,
    isOver: day < today,
    files: files.map(({ source, comparedAt, openCases }) => ({
      ...{ source, openCases },
      comparedAt: comparedAt && instantText(comparedAt),
    })),
    openHolds: holds[0]?.open ?? 0,
    expiringHolds: holds[0]?.expiring ?? 0,
    parts: await readBookParts(client, area, day, day),
  };
}

export async function readMonth(
  client: Queryable,
  area: string,
  month: string,
  today: string,
): Promise<FinanceMonth> {
  const { from, to } = daysOf(month);
  const sealedThrough = await readSealedThrough(client, area);
  const { rows } = await client.query<{ cases: number; isCleared: boolean }>(
    `select (select count(*) from gongji.reconciliation_case where state = 'open' and day between $1 and $2) as cases,
       exists (select from ledger.clearing_position where month = $3) as "isCleared"`,
    [from, to, month],
  );
  return {
    month,
    today,
    sealedThrough,
    isOver: to < today,
    isSealed: sealedThrough !== null && sealedThrough >= to,
    parts: await readBookParts(client, area, from, to),
    days: await readBookDays(client, area, from, to),
    openCases: rows[0]?.cases ?? 0,
    isCleared: rows[0]?.isCleared ?? false,
  };
}
