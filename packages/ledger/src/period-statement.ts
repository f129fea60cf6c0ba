// The statement of a person's account for a period: opening, movements, closing, for each year of the money.
import type { Pool, PoolClient } from 'pg';
import { withTransaction } from '@gongji/database';
import type { JournalId } from './account.ts';
import { numberOf } from './identifiers.ts';
import { readAccountStatement } from './period.ts';

export interface PeriodLine {
  journalId: JournalId;
  businessDate: string;
  /** The journal's kind, for example `settlement`. */
  kind: string;
  /** Settlement, premium or file behind it. */
  reference: string;
  partYear: number;
  /** Fen; positive came in. */
  amountFen: number;
  /** Of the part, after this line in the order of days. */
  balanceFen: number;
}

/** Sums in fen; opening + in - out = closing, for each part and in all. */
export interface PeriodStatement {
  area: string;
  owner: string;
  from: string;
  to: string;
  openingFen: number;
  inFen: number;
  outFen: number;
  closingFen: number;
  parts: { partYear: number; openingFen: number; closingFen: number }[];
  lines: PeriodLine[];
}

/** `from` and `to` are days of the books, both inclusive. All parts are seen at one moment. */
export async function readPeriodStatement(
  pool: Pool,
  { area, owner, from, to }: { area: string; owner: string; from: string; to: string },
): Promise<PeriodStatement> {
  const statements = await atOneMoment(pool, async (client) => {
    const { rows } = await client.query<{ partYear: number }>({
      name: 'ledger-parts-of-area',
      text: `select part_year as "partYear" from ledger.account
        where owner = $1 and kind = 'personal' and area = $2 order by part_year`,
      values: [owner, area],
    });
    const found = [];
    for (const { partYear } of rows) {
      const account = { area, kind: 'personal', owner, partYear } as const;
      const statement = await readAccountStatement(client, { account, from, to });
      if (statement && (statement.openingFen !== 0 || statement.entries.length > 0))
        found.push({ partYear, ...statement });
    }
    return found;
  });
  // In the order of days, each part's balance running along.
  const balanceFen = new Map(statements.map(({ partYear, openingFen }) => [partYear, openingFen]));
  const lines = statements
    .flatMap(({ partYear, entries }) => entries.map((entry) => ({ ...entry, partYear })))
    .sort((a, b) => compare(a.businessDate, b.businessDate) || orderOf(a) - orderOf(b))
    .map(({ journalId, businessDate, kind, reference, partYear, amountFen }): PeriodLine => {
      const afterFen = (balanceFen.get(partYear) ?? 0) + amountFen;
      balanceFen.set(partYear, afterFen);
      return { journalId, businessDate, kind, reference, partYear, amountFen, balanceFen: afterFen };
    });
  const sum = (amounts: readonly number[]) => amounts.reduce((total, fen) => total + fen, 0);
  return {
    ...{ area, owner, from, to, lines },
    parts: statements.map(({ partYear, openingFen, closingFen }) => ({ partYear, openingFen, closingFen })),
    inFen: sum(lines.map(({ amountFen }) => Math.max(amountFen, 0))),
    outFen: sum(lines.map(({ amountFen }) => Math.max(-amountFen, 0))),
    openingFen: sum(statements.map(({ openingFen }) => openingFen)),
    closingFen: sum(statements.map(({ closingFen }) => closingFen)),
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const orderOf = ({ journalId }: { journalId: JournalId }): number => numberOf(journalId, 'jrn') ?? 0;

async function atOneMoment<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  return withTransaction(pool, async (client) => {
    await client.query('set transaction isolation level repeatable read, read only');
    return work(client);
  });
}
