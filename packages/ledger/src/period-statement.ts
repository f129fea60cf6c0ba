// The statement of a person's account for a period: opening, movements, closing, for each year of the money.
import type { Pool } from 'pg';
import type { JournalId } from './account.ts';
import { journalIdOf } from './identifiers.ts';

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

interface Row {
  partYear: number;
  journalId: number | null;
  businessDate: string;
  kind: string;
  reference: string;
  amountFen: number;
}

/** `from` and `to` are days of the books, both inclusive. One statement of the database sees one moment. */
export async function readPeriodStatement(
  pool: Pool,
  { area, owner, from, to }: { area: string; owner: string; from: string; to: string },
): Promise<PeriodStatement> {
  const { rows } = await pool.query<Row>({
    name: 'ledger-period-statement',
    text: `with recursive part as (
        select a.id as account_id, a.part_year, b.last_record
        from ledger.account a join ledger.balance b on b.account_id = a.id
        where a.owner = $1 and a.kind = 'personal' and a.area = $2
      ), step as (
        select account_id, part_year, last_record as at from part where last_record <> 0
        union all
        select account_id, part_year, case when r.debit = step.account_id then r.debit_previous else r.credit_previous end
        from step join ledger.record r on r.id = step.at where step.at <> 0
      ), line as (
        select step.part_year, e.journal_id, e.day, sum(e.amount_fen)::bigint as fen
        from step join ledger.entry e on e.record_id = step.at and e.account_id = step.account_id
        where e.amount_fen <> 0 and e.day <= $4 group by step.part_year, e.journal_id, e.day
      )
      select part_year as "partYear", null::bigint as "journalId", $3::date as "businessDate", '' as kind, '' as reference,
        sum(fen)::bigint as "amountFen" from line where day < $3 group by part_year
      union all
      select line.part_year, line.journal_id, line.day, head.kind, head.reference, line.fen
      from line join ledger.record head on head.id = line.journal_id where line.day >= $3
      order by "businessDate", "journalId" nulls first, "partYear"`,
    values: [owner, area, from, to],
  });
  const balances = new Map<number, { openingFen: number; closingFen: number }>();
  const lines: PeriodLine[] = [];
  let [inFen, outFen] = [0, 0];
  for (const { journalId, partYear, amountFen, ...row } of rows) {
    const part = balances.get(partYear) ?? { openingFen: 0, closingFen: 0 };
    balances.set(partYear, part);
    part.closingFen += amountFen;
    if (journalId === null) {
      part.openingFen += amountFen;
      continue;
    }
    if (amountFen > 0) inFen += amountFen;
    else outFen -= amountFen;
    lines.push({
      ...row,
      journalId: journalIdOf(journalId),
      partYear,
      amountFen,
      balanceFen: part.closingFen,
    });
  }
  const parts = [...balances].sort(([a], [b]) => a - b).map(([partYear, part]) => ({ partYear, ...part }));
  const sum = (of: 'openingFen' | 'closingFen') => parts.reduce((total, part) => total + part[of], 0);
  return {
    ...{ area, owner, from, to, parts, lines, inFen, outFen },
    openingFen: sum('openingFen'),
    closingFen: sum('closingFen'),
  };
}
