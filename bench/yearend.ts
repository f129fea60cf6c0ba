// The end of a year for a million accounts, beside one bare UPDATE of the same rows on the same durable server.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { createPool, migrate, readMigrations, startEmbedded } from '@gongji/database';
import { createLedger, ledgerMigrations, runYearEnd } from '@gongji/ledger';
import type { InterestTerms } from '@gongji/ledger';
import type { Bench } from './shared/bench.ts';

const accounts = 1_000_000;
const area = '340500';
const terms: InterestTerms = {
  method: 'closing-balance',
  priorYearPerMillion: 11_000,
  currentYearPerMillion: 3_500,
  daysOfYear: 360,
  rounding: 'half-up',
};

/** The money came before the books began (batch 0 would hold it); only the year's end is measured. */
const fill = `
  insert into ledger.book (area) values ('${area}');
  insert into ledger.account (area, kind, owner, part_year)
    select '${area}', 'personal', 'P' || lpad(i::text, 9, '0'), 2024 from generate_series(1, ${accounts}) i;
  insert into ledger.balance (account_id, area, net_fen, least_fen, most_fen)
    select id, area, 100000 + id % 900000, 0, 9007199254740991 from ledger.account;
  create table bare as select * from ledger.balance;
  alter table bare add primary key (account_id);`;

export const run: Bench = async (say) => {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'gongji-bench-'));
  const server = await startEmbedded({ dataDirectory, log: () => undefined });
  try {
    const client = new pg.Client({ connectionString: server.url });
    await client.connect();
    await client.query('create role gongji_app; create role gongji_staff');
    await migrate(client, readMigrations(ledgerMigrations));
    say(`${accounts} accounts`);
    await client.query(fill);
    await client.query('vacuum analyze');
    await client.query('checkpoint');
    const bare: number[] = [];
    for (let round = 1; round <= 3; round += 1) {
      const begun = performance.now();
      await client.query('update bare set net_fen = net_fen + 1');
      bare.push((performance.now() - begun) / 1000);
      say(`bare UPDATE ${round}: ${bare.at(-1)!.toFixed(2)} s`);
      await client.query('vacuum bare');
      await client.query('checkpoint');
    }
    const pool = createPool(server.url);
    const begun = performance.now();
    let prepared = 0;
    const ended = await runYearEnd(pool, {
      ...{ area, year: 2024, terms, businessDate: '2025-01-02', at: new Date('2025-01-02T01:00:00+08:00') },
      onProgress: ({ lotsPosted, lots }) => {
        if (lotsPosted === 0) prepared = (performance.now() - begun) / 1000;
        if (lotsPosted % 20 === 0) say(`lots ${lotsPosted} / ${lots}`);
      },
    });
    const seconds = (performance.now() - begun) / 1000;
    await client.end();
    const ledger = createLedger({ pool });
    const { rows } = await pool.query<{ fen: number }>(
      "select -net_fen as fen from ledger.balance join ledger.account on id = account_id where kind = 'interest'",
    );
    if (!ended.isEnded || ended.people !== accounts || rows[0]?.fen !== ended.interestFen)
      throw new Error('the year did not come to its end');
    await ledger.close();
    await pool.end();
    const bareUpdateSeconds = bare.sort((a, b) => a - b)[1]!;
    const round2 = (value: number) => Math.round(value * 100) / 100;
    return {
      accounts,
      seconds: round2(seconds),
      bareUpdateSeconds: round2(bareUpdateSeconds),
      ratio: round2(seconds / bareUpdateSeconds),
      reckoningSeconds: round2(prepared),
    };
  } finally {
    await server.stop();
    rmSync(dataDirectory, { recursive: true, force: true });
  }
};
