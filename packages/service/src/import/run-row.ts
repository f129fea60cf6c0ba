// The record of a file that was brought in: one for each area, kind and content.
import type { PoolClient } from 'pg';
import type { ImportKind, ImportOptions, ImportReport } from './service.ts';

export interface ImportRun {
  importNo: number;
  isDone: boolean;
  rows: number;
  goodRows: number;
  repeatedRows: number;
  badRows: number;
  totalFen: number;
}

/** The file's run, new or taken up again. Other imports of the area and kind wait until the connection ends or unlocks. */
export async function openRun(
  client: PoolClient,
  { kind, area, file, at }: ImportOptions,
  contentHash: Buffer,
): Promise<ImportRun> {
  await client.query('select pg_advisory_lock(hashtextextended($1, 7211))', [`${area}/${kind}`]);
  await client.query(
    `insert into gongji.import_run (area, kind, content_hash, file_name, begun_at) values ($1, $2, $3, $4, $5)
     on conflict do nothing`,
    [area, kind, contentHash, file.split(/[\\/]/).at(-1), at],
  );
  const { rows } = await client.query<ImportRun>(
    `select import_no as "importNo", state = 'done' as "isDone", rows, good_rows as "goodRows",
       repeated_rows as "repeatedRows", bad_rows as "badRows", total_fen as "totalFen"
     from gongji.import_run where area = $1 and kind = $2 and content_hash = $3`,
    [area, kind, contentHash],
  );
  return rows[0]!;
}

export async function unlockRun(client: PoolClient, { kind, area }: ImportOptions): Promise<void> {
  await client.query('select pg_advisory_unlock(hashtextextended($1, 7211))', [`${area}/${kind}`]);
}

/** Writes what the run came to. */
export async function closeRun(
  client: PoolClient,
  run: ImportRun,
  state: ImportReport['state'],
  at: Date,
): Promise<void> {
  await client.query(
    `update gongji.import_run set state = $2, rows = $3, good_rows = $4, repeated_rows = $5, bad_rows = $6, total_fen = $7,
       ended_at = $8 where import_no = $1`,
    [
      run.importNo,
      state === 'done' ? 'done' : 'running',
      run.rows,
      run.goodRows,
      run.repeatedRows,
      run.badRows,
      run.totalFen,
      state === 'done' ? at : null,
    ],
  );
}

export const reportOf = (
  kind: ImportKind,
  { importNo, rows, goodRows, repeatedRows, badRows, totalFen }: ImportRun,
  state: ImportReport['state'],
  wasDone: boolean,
): ImportReport => ({ importNo, kind, state, wasDone, rows, goodRows, repeatedRows, badRows, totalFen });
