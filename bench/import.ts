// A month's contributions of a million people by file, beside a bare COPY of the same rows on the same durable server.
import { chmodSync, createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { createFieldCipher, createPool, migrate, readMigrations, startEmbedded } from '@gongji/database';
import { ledgerMigrations } from '@gongji/ledger';
import { createImportService, serviceMigrations } from '@gongji/service';
import type { Bench } from './shared/bench.ts';

const people = 1_000_000;
const area = '340500';
const key = Buffer.alloc(32, 'b').toString('base64');

/** People whose sealed fields are placeholders: an import of contributions never opens them. */
const fill = `
  insert into gongji.person (person_no, area, name_enc, id_number_enc, id_number_hash, born_on, sex, scheme, retired, status,
      member_group, insured_prior_years, missed_years, as_of)
    select 'P' || lpad(i::text, 9, '0'), '${area}', '\\x00', '\\x00', int8send(i), '1980-01-01', 'male', 'employee', false, 'normal',
      'ordinary', true, 0, now() from generate_series(1, ${people}) i;
  create table bare (person_no text, period text, amount_yuan numeric);`;

async function writeFile(file: string): Promise<void> {
  const stream = createWriteStream(file);
  stream.write('personNo,period,amountYuan\n');
  for (let first = 1; first <= people; first += 10_000) {
    let text = '';
    for (let index = first; index < first + 10_000; index += 1)
      text += `P${String(index).padStart(9, '0')},2024-10,${100 + (index % 900)}.${String(index % 100).padStart(2, '0')}\n`;
    if (!stream.write(text)) await once(stream, 'drain');
  }
  stream.end();
  await once(stream, 'finish');
}

async function bareCopy(client: pg.Client, file: string): Promise<number> {
  await client.query('truncate bare');
  await client.query('checkpoint');
  const begun = performance.now();
  await client.query(`copy bare from '${file}' (format csv, header)`);
  return (performance.now() - begun) / 1000;
}

export const run: Bench = async (say) => {
  const directory = mkdtempSync(join(tmpdir(), 'gongji-bench-'));
  const files = mkdtempSync(join(tmpdir(), 'gongji-bench-files-'));
  chmodSync(files, 0o755);
  const server = await startEmbedded({ dataDirectory: directory, log: () => undefined });
  try {
    const client = new pg.Client({ connectionString: server.url });
    await client.connect();
    await client.query('create role gongji_app; create role gongji_staff');
    await migrate(client, [...readMigrations(ledgerMigrations), ...readMigrations(serviceMigrations)]);
    say(`${people} people`);
    await client.query(fill);
    await client.query('vacuum analyze');
    // The server's user has to enter and read it.
    const file = join(files, 'contributions.csv');
    await writeFile(file);
    const copies: number[] = [];
    for (let round = 1; round <= 3; round += 1) {
      copies.push(await bareCopy(client, file));
      say(`bare COPY ${round}: ${copies.at(-1)!.toFixed(2)} s`);
    }
    await client.query('checkpoint');
    const pool = createPool(server.url);
    const cipher = createFieldCipher({ active: 'k1', keys: { k1: key }, lookup: key });
    const begun = performance.now();
    let stagedSeconds = 0;
    const report = await createImportService({ pool, cipher }).run({
      ...{ kind: 'contributions', file, area, businessDate: '2024-10-31' },
      at: new Date('2024-10-31T09:00:00+08:00'),
      onBadRow: ({ line, reason }) => say(`${line}: ${reason}`),
      onProgress: ({ stage, rows }) => {
        if (stage === 'post' && rows === 0) stagedSeconds = (performance.now() - begun) / 1000;
        if (rows % 100_000 === 0) say(`${stage} ${rows}`);
      },
    });
    const seconds = (performance.now() - begun) / 1000;
    if (report.goodRows !== people) throw new Error(`${report.goodRows} rows came in`);
    await pool.end();
    await client.end();
    const copySeconds = copies.sort((a, b) => a - b)[1]!;
    const round2 = (value: number) => Math.round(value * 100) / 100;
    return {
      rows: people,
      seconds: round2(seconds),
      copySeconds: round2(copySeconds),
      ratio: round2(seconds / copySeconds),
      stagedSeconds: round2(stagedSeconds),
    };
  } finally {
    await server.stop();
    rmSync(directory, { recursive: true, force: true });
    rmSync(files, { recursive: true, force: true });
  }
};
