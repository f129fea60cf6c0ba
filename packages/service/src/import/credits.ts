// Brings money in by file: staged as a whole, then posted in chunks, a journal for each; every row once by its name.
import type { PoolClient } from 'pg';
import { balanceColumns, contributionColumns, readBalance, readContribution } from './credit-rows.ts';
import type { CreditRow } from './credit-rows.ts';
import { readCsv } from './csv.ts';
import type { ImportRun } from './run-row.ts';
import type { ImportOptions } from './service.ts';
import { stageCredits } from './stage.ts';

/** The book of the area is locked while a lot is written, about half a second. */
const defaultLotRows = 25_000;
const mostAttempts = 20;

/** What becomes of a row that is not posted, in the words of `gongji.bring_in_credits`; without a reason it is there already. */
const reasons: Readonly<Record<string, string>> = {
  'other-amount': '这个人的这一笔以前已经导入，金额不同',
  'unknown-person': '没有这个人员编号',
  'other-area': '这个人不在这个参保地',
  'not-employee': '这个人参加的不是职工医保，没有个人账户',
  twice: '文件里这个人的这一笔出现了两次，金额不同',
};

/** Posts what is not there yet. True when it came to its end, false when it was stopped. */
export async function importCredits(
  client: PoolClient,
  options: ImportOptions,
  run: ImportRun,
): Promise<boolean> {
  const { onProgress, signal } = options;
  const staged = await stageCredits(client, goodRows(options, run));
  run.rows = run.badRows + staged.rows;
  let rows = 0;
  for (let from = 0; rows < staged.rows;) {
    if (signal?.aborted) return false;
    onProgress?.({ stage: 'post', rows, ofRows: staged.rows });
    const chunk = await postChunk(client, options, run, from);
    rows += chunk.rows;
    from = chunk.lastLine;
    run.goodRows += chunk.goodRows;
    run.totalFen += chunk.goodFen;
    for (const [index, line] of (chunk.otherLines ?? []).entries()) {
      const reason = reasons[chunk.otherStates?.[index] ?? ''];
      if (reason === undefined) run.repeatedRows += 1;
      else {
        run.badRows += 1;
        options.onBadRow({ line, reason });
      }
    }
  }
  onProgress?.({ stage: 'post', rows, ofRows: staged.rows });
  return true;
}

async function* goodRows(options: ImportOptions, run: ImportRun): AsyncGenerator<CreditRow> {
  const { kind, file, onBadRow, onProgress } = options;
  let seen = 0;
  const rows =
    kind === 'contributions'
      ? mapped(readCsv(file, contributionColumns), readContribution)
      : mapped(readCsv(file, balanceColumns), readBalance);
  for await (const { line, read } of rows) {
    seen += 1;
    if (seen % 100_000 === 0) onProgress?.({ stage: 'read', rows: seen, ofRows: undefined });
    if (typeof read !== 'string') yield read;
    else {
      run.badRows += 1;
      onBadRow({ line, reason: read });
    }
  }
}

async function* mapped<Row extends { line: number }>(
  rows: AsyncIterable<Row>,
  read: (row: Row) => CreditRow | string,
): AsyncGenerator<{ line: number; read: CreditRow | string }> {
  for await (const row of rows) yield { line: row.line, read: read(row) };
}

interface Chunk {
  rows: number;
  lastLine: number;
  goodRows: number;
  goodFen: number;
  /** Lines that were not posted, and what became of each. */
  otherLines: number[] | null;
  otherStates: string[] | null;
}

/** One statement, which is a transaction; a batch of the ledger that came between makes it run again. */
async function postChunk(
  client: PoolClient,
  { area, kind, businessDate, at, lotRows }: ImportOptions,
  { importNo }: ImportRun,
  after: number,
): Promise<Chunk> {
  const isOpening = kind === 'balances';
  for (let attempt = 1; ; attempt += 1) {
    try {
      const { rows } = await client.query<Chunk>({
        name: 'import-credits',
        text: `select lot.rows, lot.last_line as "lastLine", done.good_rows as "goodRows", done.good_fen as "goodFen",
            done.other_lines as "otherLines", done.other_states as "otherStates"
          from (
            select count(*) as rows, max(line) as last_line, array_agg(line) as lines, array_agg(person_no) as person_nos,
              array_agg(slot) as slots, array_agg(coalesce(part_year, $1)) as part_years, array_agg(amount_fen) as amounts
            from (select * from pg_temp.staged_credit where line > $2 order by line limit $9) as chunk
          ) as lot
          cross join lateral gongji.bring_in_credits($3, $4, $5, $6, $7, $8, lot.lines, lot.person_nos, lot.slots, lot.part_years,
            lot.amounts) as done`,
        values: [
          Number(businessDate.slice(0, 4)),
          after,
          area,
          importNo,
          isOpening ? 'opening' : 'employee',
          isOpening ? 'opening' : 'contribution',
          businessDate,
          at,
          lotRows ?? defaultLotRows,
        ],
      });
      return rows[0]!;
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if ((code !== '40001' && code !== '40P01') || attempt === mostAttempts) throw error;
    }
  }
}
