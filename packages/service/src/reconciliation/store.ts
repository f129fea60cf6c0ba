// Files and their rows in the database: kept as they came, a changed file is a new version.
import type { PoolClient } from 'pg';
import type { DayFile } from './file.ts';
import type { Source } from './service.ts';

export interface KeptFile {
  version: number;
  isCompared: boolean;
}

/** One run of a source and day at a time, until the transaction ends. */
export async function lockDay(client: PoolClient, source: Source, day: string): Promise<void> {
  await client.query('select pg_advisory_xact_lock(hashtextextended($1, 7210))', [`${source}/${day}`]);
}

/** Keeps a file once: the same content is the version that is there. The caller holds the day's lock. */
export async function keepFile(
  client: PoolClient,
  source: Source,
  day: string,
  file: DayFile,
  at: Date,
): Promise<KeptFile> {
  const { rows: known } = await client.query<{ version: number; hash: Buffer; isCompared: boolean }>(
    `select version, content_hash as hash, compared_at is not null as "isCompared"
     from gongji.reconciliation_file where source = $1 and day = $2 order by version desc limit 1`,
    [source, day],
  );
  const [latest] = known;
  if (latest?.hash.equals(file.contentHash)) return latest;
  const version = (latest?.version ?? 0) + 1;
  await client.query(
    `insert into gongji.reconciliation_file (source, day, version, content_hash, rows, total_fen, fetched_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [source, day, version, file.contentHash, file.rows.length, file.totalFen, at],
  );
  const { rows } = file;
  await client.query(
    `insert into gongji.reconciliation_row (source, day, version, line, area, reference, number, kind, amount_fen, at)
     select $1, $2, $3, * from unnest($4::int[], $5::text[], $6::text[], $7::text[], $8::text[], $9::bigint[], $10::timestamptz[])`,
    [
      source,
      day,
      version,
      rows.map((row) => row.line),
      rows.map((row) => row.area),
      rows.map((row) => row.reference),
      rows.map((row) => row.number),
      rows.map((row) => row.kind),
      rows.map((row) => row.amountFen),
      rows.map((row) => row.at.toISOString()),
    ],
  );
  return { version, isCompared: false };
}

export async function markCompared(
  client: PoolClient,
  source: Source,
  day: string,
  version: number,
  at: Date,
): Promise<void> {
  await client.query(
    'update gongji.reconciliation_file set compared_at = $4 where source = $1 and day = $2 and version = $3',
    [source, day, version, at],
  );
}
