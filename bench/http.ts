// How many settlements (2207) and whole journeys a second the gateway takes over HTTP, beside pgbench's TPC-B, all durable, on one machine.
import { execFile, fork } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { createFieldCipher, openDatabase, readMigrations, startEmbedded } from '@gongji/database';
import { createLedger, ledgerMigrations } from '@gongji/ledger';
import { readPolicyLibrary } from '@gongji/policy/node';
import { sampleCatalogueFile, sampleWorld } from '@gongji/sample';
import { createServices, serviceMigrations } from '@gongji/service';
import pg from 'pg';
import { createGateway, hospitalPath } from '../packages/server/src/hospital/gateway.ts';
import { createLogTo } from '../packages/server/src/log.ts';
import { createMetrics } from '../packages/server/src/metrics.ts';
import type { LoadPerson, Play, Played } from './http/load.ts';
import type { Bench } from './shared/bench.ts';
import { median } from './shared/rounds.ts';

const rounds = 3;
const callers = 128;
const pgbenchSeconds = 3;
const execute = promisify(execFile);
const key = (letter: string) => Buffer.alloc(32, letter).toString('base64');
const unused = () => Promise.reject(new Error('the interface asks no such port'));
const nothing = (): void => undefined;

/** The gateway on a fresh durable database with the sample people; messages to phones go nowhere. */
async function openGateway() {
  const folder = mkdtempSync(path.join(tmpdir(), 'gongji-bench-'));
  const server = await startEmbedded({ dataDirectory: folder, log: nothing });
  const database = await openDatabase({
    ...{ dataDirectory: folder, databaseUrl: server.url, log: nothing },
    migrations: [ledgerMigrations, serviceMigrations].flatMap((each) => readMigrations(each)),
  });
  const { pool } = database;
  const ledger = createLedger({ pool });
  const log = createLogTo(nothing);
  const services = createServices({
    ...{ pool, ledger, library: readPolicyLibrary(), log, publicUrl: 'http://localhost' },
    signIns: { search: async () => [] },
    cipher: createFieldCipher({ active: 'k1', keys: { k1: key('a') }, lookup: key('b') }),
    ports: {
      registry: { checkIdentity: unused, checkKinship: unused, findInsurance: unused },
      taxBureau: { assess: unused, pay: unused, query: unused },
      cashChannel: { createOrder: unused, queryOrder: unused, refundOrder: unused, closeOrder: unused },
      dailyFiles: { fetch: unused },
      institutions: { tellPaid: unused },
      sms: { send: async () => ({ result: 'sent' }), sendToHost: async () => ({ result: 'sent' }) },
    },
  });
  const world = sampleWorld();
  const opening = new Date('2024-01-02T09:00:00+08:00');
  await services.person.import(world.people, opening);
  await services.person.importFunds(world.funds, opening);
  await services.person.importInstitutions(world.institutions);
  await services.catalogue.import(createReadStream(sampleCatalogueFile));
  const now = () => ({ at: new Date('2024-10-15T10:30:00+08:00'), today: '2024-10-15' });
  const gateway = createGateway({
    ...{
      services,
      log,
      metrics: createMetrics(pool, {
        waitingNotices: () => services.hospital.waitingOrderNotices(),
        messages: () => services.notice.outbox(),
      }),
      realNow: () => new Date(),
    },
    limits: { institution: { take: () => true } },
    clock: { demo: true, now, setDemoDate: unused },
  });
  const http = createServer((request, response) => void gateway(request, response));
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const people = world.people.flatMap((person): LoadPerson[] => {
    const institution = world.institutions.find(({ area }) => area === person.area);
    if (!institution || person.status !== 'normal' || !['211200', '340500'].includes(person.area)) return [];
    const { code, accessKey, secret } = institution;
    const insutype = person.scheme === 'employee' ? '310' : '390';
    return [{ personNo: person.personNo, idNumber: person.idNumber, insutype, code, accessKey, secret }];
  });
  return {
    people,
    ledger,
    serverUrl: server.url,
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}${hospitalPath}`,
    async stop() {
      http.close();
      http.closeAllConnections();
      await services.close();
      await ledger.close();
      await database.stop();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** pgbench (Debian: postgresql-contrib) on a database of its own on the same server. */
async function openTpcb(serverUrl: string): Promise<() => Promise<number>> {
  const owner = new pg.Client({ connectionString: serverUrl });
  await owner.connect();
  await owner.query('create database tpcb');
  await owner.end();
  const { hostname, port, username, password } = new URL(serverUrl);
  const pgbench = async (...words: string[]): Promise<string> => {
    const { stdout } = await execute(
      'pgbench',
      ['-h', hostname, '-p', port, '-U', username, ...words, 'tpcb'],
      {
        env: { ...process.env, PGPASSWORD: decodeURIComponent(password) },
      },
    );
    return stdout;
  };
  await pgbench('-i', '-s', '10', '-q');
  return async () => {
    const told = await pgbench('-M', 'prepared', '-c', '16', '-j', '2', '-T', String(pgbenchSeconds));
    return Number(/^tps = ([\d.]+)/m.exec(told)?.[1]);
  };
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

const rounded = (value: number): number => Math.round(value * 100) / 100;

export const run: Bench = async (say) => {
  const gateway = await openGateway();
  const load = fork(new URL('./http/load.ts', import.meta.url), [gateway.url, String(callers)], {
    execArgv: ['--import', 'tsx'],
    serialization: 'advanced',
  });
  const play = async (what: Play['what'], people: readonly LoadPerson[], perSecond: number | null = null) => {
    load.send({ what, people, perSecond } satisfies Play);
    const [played] = (await once(load, 'message')) as [Played];
    errors += played.errors;
    if (played.firstError !== '') say(`${what}: ${played.errors} errors, the first: ${played.firstError}`);
    return played;
  };
  let errors = 0;
  try {
    const tpcb = await openTpcb(gateway.serverUrl);
    const { people } = gateway;
    await play('journey', people.slice(0, 200));
    const measured = { settlements: [] as number[], journeys: [] as number[], tpcb: [] as number[] };
    for (let round = 1; round <= rounds; round += 1) {
      await play('prepare', people);
      const settled = await play('settle', people);
      measured.settlements.push(settled.done / settled.seconds);
      measured.tpcb.push(await tpcb());
      const journeys = await play('journey', people);
      measured.journeys.push(journeys.done / journeys.seconds);
      const told = Object.entries(measured).map(([name, all]) => `${name} ${all.at(-1)?.toFixed(0)}/s`);
      say(`round ${round}: ${told.join(', ')}`);
    }
    const settlementsPerSecond = median(measured.settlements);
    await play('prepare', people);
    const paced = await play('settle', people, settlementsPerSecond / 2);
    const { problems } = await gateway.ledger.verify();
    if (problems.length > 0) throw new Error('the books are not right after the load');
    const pgbenchTpcbPerSecond = median(measured.tpcb);
    return {
      settlementsPerSecond: rounded(settlementsPerSecond),
      journeysPerSecond: rounded(median(measured.journeys)),
      pgbenchTpcbPerSecond: rounded(pgbenchTpcbPerSecond),
      ratio: rounded(settlementsPerSecond / pgbenchTpcbPerSecond),
      p50Ms: rounded(percentile(paced.latenciesMs, 0.5)),
      p99Ms: rounded(percentile(paced.latenciesMs, 0.99)),
      errors,
    };
  } finally {
    load.kill();
    await gateway.stop();
  }
};
