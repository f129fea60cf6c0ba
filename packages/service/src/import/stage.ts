// Carries the rows of a file into a temporary table of the connection by COPY, chunk after chunk, without holding them in memory.
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type { CreditRow } from './credit-rows.ts';

const flushBytes = 256 * 1024;

/** The staging table lives as long as the connection: after a crash it is made anew from the file. */
export async function stageCredits(
  client: PoolClient,
  rows: AsyncIterable<CreditRow>,
): Promise<{ rows: number; lastLine: number }> {
  await client.query('drop table if exists pg_temp.staged_credit');
  await client.query(`create temporary table staged_credit (
    line integer not null, person_no text not null, slot text not null, part_year smallint, amount_fen bigint not null)`);
  const stream = client.query(copyFrom('copy pg_temp.staged_credit from stdin'));
  const done = finished(stream);
  // A failure while rows are read is told by the reader; the stream's own is awaited at the end.
  done.catch(() => undefined);
  let count = 0;
  let lastLine = 1;
  let text = '';
  try {
    for await (const { line, personNo, slot, partYear, amountFen } of rows) {
      // Forms were checked: nothing in them has to be escaped.
      text += `${line}\t${personNo}\t${slot}\t${partYear ?? '\\N'}\t${amountFen}\n`;
      count += 1;
      lastLine = line;
      if (text.length < flushBytes) continue;
      if (!stream.write(text)) await once(stream, 'drain');
      text = '';
    }
  } catch (error) {
    stream.destroy();
    throw error;
  }
  stream.end(text);
  await done;
  await client.query('create index on pg_temp.staged_credit (line)');
  await client.query('analyze pg_temp.staged_credit');
  return { rows: count, lastLine };
}
