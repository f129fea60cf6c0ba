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

type State =
  'added' | 'ours' | 'same' | 'other-amount' | 'unknown-person' | 'other-area' | 'not-employee' | 'twice';

interface ChunkRow {
  line: number;
  personNo: string;
  slot: string;
  partYear: number | null;
  amountFen: number;
  /** Null: nobody has this number. */
  personArea: string | null;
  scheme: string | null;
  beforeFen: number | null;
  beforeNo: number | null;
  beforeLine: number | null;
}

const reasons: Partial<Record<State, string>> = {
  'other-amount': '这个人的这一笔以前已经导入，金额不同',
  'unknown-person': '没有这个人员编号',
  'other-area': '这个人不在这个参保地',
  'not-employee': '这个人参加的不是职工医保，没有个人账户',
  twice: '文件里这个人的这一笔出现了两次，金额不同',
};

/** What becomes of a row; `seen` has the amounts of rows of this chunk by person and slot. */
function stateOf(row: ChunkRow, area: string, importNo: number, seen: Map<string, number>): State {
  if (row.personArea === null) return 'unknown-person';
  if (row.personArea !== area) return 'other-area';
  if (row.scheme !== 'employee') return 'not-employee';
  const isOurs = row.beforeNo === importNo;
  if (row.beforeFen !== null && row.beforeFen !== row.amountFen) return isOurs ? 'twice' : 'other-amount';
  if (row.beforeFen !== null) return isOurs && row.beforeLine === row.line ? 'ours' : 'same';
  const name = `${row.personNo}|${row.slot}`;
  const first = seen.get(name);
  if (first !== undefined) return first === row.amountFen ? 'same' : 'twice';
  seen.set(name, row.amountFen);
  return 'added';
}

async function tryChunk(
  client: PoolClient,
  options: ImportOptions,
  { importNo }: ImportRun,
  after: number,
): Promise<Chunk> {
  const { area } = options;
  // A chunk is small beside the tables: each row is looked up by the indexes, whatever the planner believes.
  await client.query(
    'set local enable_hashjoin = off; set local enable_mergejoin = off; set local enable_seqscan = off',
  );
  const { rows } = await client.query<ChunkRow>({
    name: 'import-credits',
    text: `select chunk.line, chunk.person_no as "personNo", chunk.slot, part_year as "partYear", chunk.amount_fen as "amountFen",
        p.area as "personArea", p.scheme, before.amount_fen as "beforeFen", before.import_no as "beforeNo", before.line as "beforeLine"
      from (select * from pg_temp.staged_credit where line > $1 order by line limit ${chunkRows}) as chunk
      left join gongji.person p on p.person_no = chunk.person_no
      left join gongji.imported_credit before on before.person_no = chunk.person_no and before.slot = chunk.slot
      order by chunk.line`,
    values: [after],
  });
  const last = rows.at(-1);
  if (!last) throw new Error('A staged row vanished');
  const seen = new Map<string, number>();
  const known = rows.map((row) => ({ ...row, state: stateOf(row, area, importNo, seen) }));
  const added = known.filter(({ state }) => state === 'added');
  if (added.length > 0) await addRows(client, options, importNo, added);
  const good = known.filter(({ state }) => state === 'added' || state === 'ours');
  return {
    rows: rows.length,
    lastLine: last.line,
    goodRows: good.length,
    goodFen: good.reduce((sum, { amountFen }) => sum + amountFen, 0),
    repeatedRows: known.filter(({ state }) => state === 'same').length,
    bad: known.flatMap(({ line, state }) => (reasons[state] ? [{ line, reason: reasons[state] }] : [])),
  };
}

async function addRows(
  client: PoolClient,
  { area, kind, businessDate, at }: ImportOptions,
  importNo: number,
  added: readonly ChunkRow[],
): Promise<void> {
  const personNos = added.map(({ personNo }) => personNo);
  const amountsFen = added.map(({ amountFen }) => amountFen);
  const lines = added.map(({ line }) => line);
  await client.query({
    name: 'import-credits-add',
    text: `insert into gongji.imported_credit (person_no, slot, area, amount_fen, import_no, line)
      select person_no, slot, $4, amount_fen, $5, line
      from unnest($1::text[], $2::text[], $3::bigint[], $6::int[]) as added (person_no, slot, amount_fen, line)`,
    values: [personNos, added.map(({ slot }) => slot), amountsFen, area, importNo, lines],
  });
  const year = Number(businessDate.slice(0, 4));
  await creditMany(client, {
    ...{ area, owners: personNos, amountsFen, businessDate, at },
    from: { kind: 'contributions', owner: kind === 'balances' ? 'opening' : 'employee' },
    partYears: added.map(({ partYear }) => partYear ?? year),
    kind: kind === 'balances' ? 'opening' : 'contribution',
    reference: `import-${importNo}`,
    key: `import:${importNo}:${lines[0]}`,
  });
}
