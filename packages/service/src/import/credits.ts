// Brings money in by file: staged as a whole, then posted in chunks, a journal for each; every row once by its name.
import type { PoolClient } from 'pg';
import { creditMany } from '@gongji/ledger';
import { balanceColumns, contributionColumns, readBalance, readContribution } from './credit-rows.ts';
import type { CreditRow } from './credit-rows.ts';
import { readCsv } from './csv.ts';
import type { ImportRun } from './run-row.ts';
import type { BadRow, ImportOptions } from './service.ts';
import { stageCredits } from './stage.ts';

/** Rows of one journal: the book of the area is locked while it is written. */
const chunkRows = 5_000;
const mostAttempts = 20;

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
    run.repeatedRows += chunk.repeatedRows;
    for (const bad of chunk.bad) {
      run.badRows += 1;
      options.onBadRow(bad);
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
  repeatedRows: number;
  bad: BadRow[];
}

/** One transaction; a batch of the ledger that came between makes it run again. */
async function postChunk(
  client: PoolClient,
  options: ImportOptions,
  run: ImportRun,
  after: number,
): Promise<Chunk> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await client.query('begin');
      const chunk = await tryChunk(client, options, run, after);
      await client.query('commit');
      return chunk;
    } catch (error) {
      await client.query('rollback');
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if ((code !== '40001' && code !== '40P01') || attempt === mostAttempts) throw error;
    }
  }
}

interface ChunkRow {
  line: number;
  personNo: string;
  partYear: number | null;
  amountFen: number;
  /** Brought in just now; by an earlier part of this run; or what stands there already. */
  state:
    'added' | 'ours' | 'same' | 'other-amount' | 'unknown-person' | 'other-area' | 'not-employee' | 'twice';
}

const reasons: Partial<Record<ChunkRow['state'], string>> = {
  'other-amount': '这个人的这一笔以前已经导入，金额不同',
  'unknown-person': '没有这个人员编号',
  'other-area': '这个人不在这个参保地',
  'not-employee': '这个人参加的不是职工医保，没有个人账户',
  twice: '文件里这个人的这一笔出现了两次，金额不同',
};

async function tryChunk(
  client: PoolClient,
  { area, kind, businessDate, at }: ImportOptions,
  { importNo }: ImportRun,
  after: number,
): Promise<Chunk> {
  const { rows } = await client.query<ChunkRow>({
    name: 'import-credits',
    text: `with chunk as (
        select * from pg_temp.staged_credit where line > $1 order by line limit ${chunkRows}
      ), known as (
        select chunk.*, p.person_no is null as is_unknown, p.area <> $2 as is_elsewhere, p.scheme <> 'employee' as is_resident,
          before.amount_fen as before_fen, before.import_no as before_no, before.line as before_line
        from chunk left join gongji.person p using (person_no)
        left join gongji.imported_credit before using (person_no, slot)
      ), added as (
        insert into gongji.imported_credit (person_no, slot, area, amount_fen, import_no, line)
          select person_no, slot, $2, amount_fen, $3, line from known
          where not (is_unknown or is_elsewhere or is_resident) and before_fen is null order by line
          on conflict do nothing returning person_no, slot, amount_fen, line
      )
      select known.line, known.person_no as "personNo", part_year as "partYear", known.amount_fen as "amountFen",
        case when added.line is not null then 'added' when is_unknown then 'unknown-person' when is_elsewhere then 'other-area'
          when is_resident then 'not-employee' when before_fen is null then case when known.amount_fen = first.amount_fen then 'same' else 'twice' end
          when before_fen <> known.amount_fen then case when before_no = $3 then 'twice' else 'other-amount' end
          when before_no = $3 and before_line = known.line then 'ours' else 'same' end as state
      from known left join added on added.line = known.line
      left join lateral (select amount_fen from added one where added.line is null and one.person_no = known.person_no
        and one.slot = known.slot limit 1) as first on true
      order by known.line`,
    values: [after, area, importNo],
  });
  const added = rows.filter(({ state }) => state === 'added');
  const last = rows.at(-1);
  if (!last) throw new Error('A staged row vanished');
  if (added.length > 0) {
    const year = Number(businessDate.slice(0, 4));
    await creditMany(client, {
      area,
      from: { kind: 'contributions', owner: kind === 'balances' ? 'opening' : 'employee' },
      owners: added.map(({ personNo }) => personNo),
      partYears: added.map(({ partYear }) => partYear ?? year),
      amountsFen: added.map(({ amountFen }) => amountFen),
      kind: kind === 'balances' ? 'opening' : 'contribution',
      reference: `import-${importNo}`,
      key: `import:${importNo}:${added[0]!.line}`,
      businessDate,
      at,
    });
  }
  const good = rows.filter(({ state }) => state === 'added' || state === 'ours');
  return {
    rows: rows.length,
    lastLine: last.line,
    goodRows: good.length,
    goodFen: good.reduce((sum, { amountFen }) => sum + amountFen, 0),
    repeatedRows: rows.filter(({ state }) => state === 'same').length,
    bad: rows.flatMap(({ line, state }) => (reasons[state] ? [{ line, reason: reasons[state] }] : [])),
  };
}
