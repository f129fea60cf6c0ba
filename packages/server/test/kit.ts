// For the tests of the HTTP edge: the real application on a real database, with services that each test writes down.
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFieldCipher, loadKeys } from '@gongji/database';
import type { FieldCipher } from '@gongji/database';
import type { Pool } from 'pg';
import { testDatabase } from '@gongji/database/testing';
import type { StaffMark } from '@gongji/contract';
import type { Services } from '@gongji/service';
import { createApp } from '../src/app.ts';
import { createTicketStore } from '../src/bridge/store.ts';
import { openClock } from '../src/clock.ts';
import type { Parts } from '../src/edge/parts.ts';
import { createInstitutionLimit } from '../src/edge/institution-limit.ts';
import { createRateLimit } from '../src/edge/rate-limit.ts';
import { openEventHub } from '../src/events/hub.ts';
import { createLogTo } from '../src/log.ts';
import { createMetrics } from '../src/metrics.ts';
import { loadSigningKeys } from '../src/receipt/signing-keys.ts';
import { createSessionStore } from '../src/session/store.ts';
import type { SessionSubject } from '../src/session/store.ts';

type ServicesPart = { [Noun in keyof Services]?: Partial<Services[Noun]> };

/** Services of which only what is written down may be called. */
function servicesOf(given: ServicesPart): Services {
  const nounOf = (noun: string, calls: object): object =>
    new Proxy(calls, {
      get(target, call: string) {
        if (call in target) return target[call as keyof typeof target];
        throw new Error(`the test did not expect ${noun}.${call}`);
      },
    });
  return new Proxy(given as Services, {
    get: (target, noun: string) => nounOf(noun, (Reflect.get(target, noun) as object | undefined) ?? {}),
  });
}

export const publicUrl = 'http://localhost:7300';
export const person: SessionSubject = { kind: 'person', subjectNo: '340500001', area: '340500' };
export const otherPerson: SessionSubject = { kind: 'person', subjectNo: '340500002', area: '340500' };

const hospital = {
  code: 'H21120000001',
  name: '示例医院',
  kind: 'hospital' as const,
  level: 3 as const,
  area: '211200',
};
export const reviewer: StaffMark = {
  staffNo: 'R1',
  name: '审小样',
  role: 'reviewer',
  area: '211200',
  areaName: '铁岭市',
  institution: null,
};
export const cashier: StaffMark = { ...reviewer, staffNo: 'C1', role: 'cashier', institution: hospital };
export const institution = {
  ...hospital,
  accessKey: 'AK123',
  secret: 'SK456',
  state: 'open' as const,
  sm2PublicKey: null,
  cainfo: 'optional' as const,
  messagesPerSecond: 1000,
};

/**
 * @param realNow the real time; by default the vector's of the institutions' interface.
 * @param real migrations and services of the real thing, for a test that needs all of it.
 */
export async function openTestApp(
  given: ServicesPart,
  changes: Partial<Parts> & {
    demoDate?: string | null;
    real?: { migrations: readonly URL[]; services(pool: Pool, cipher: FieldCipher): Services };
  } = {},
) {
  const { demoDate = '2024-10-15', real, ...parts } = changes;
  const database = await testDatabase({
    migrations: [...(real?.migrations ?? []), new URL('../migrations/', import.meta.url)],
  });
  const directory = mkdtempSync(join(tmpdir(), 'gongji-edge-'));
  const realNow = parts.realNow ?? (() => new Date(1721789415123));
  const lines: string[] = [];
  const log = createLogTo((line) => lines.push(line));
  const sessions = createSessionStore(database.appPool);
  const events = await openEventHub(database.appUrl, log);
  const pages = { citizen: join(directory, 'citizen'), staff: join(directory, 'staff') };
  for (const folder of [pages.citizen, pages.staff]) {
    mkdirSync(join(folder, 'assets'), { recursive: true });
    writeFileSync(join(folder, 'index.html'), `<!doctype html><title>${folder.slice(-7)}</title>`);
    writeFileSync(join(folder, 'assets', 'index-a1b2.js'), `export const text = '${'共济'.repeat(2000)}';`);
  }
  const cipher = createFieldCipher(loadKeys(directory, {}));
  const all: Parts = {
    services:
      real?.services(database.appPool, cipher) ??
      servicesOf({
        ...given,
        person: {
          staff: async (staffNo) => [reviewer, cashier].find((staff) => staff.staffNo === staffNo),
          institutionByAccessKey: async (key) => (key === institution.accessKey ? institution : undefined),
          ...given.person,
        },
      }),
    sessions,
    tickets: createTicketStore(database.appPool),
    hostIdentity: () => Promise.reject(new Error('no host in this test')),
    wallet: () => Promise.reject(new Error('no cashier in this test')),
    signIn: {
      begin: () => Promise.reject(new Error('no provider in this test')),
      finish: () => Promise.reject(new Error('no provider in this test')),
    },
    clock: await openClock(database.appPool, demoDate, realNow),
    realNow,
    events,
    metrics: createMetrics(database.appPool, {
      waitingNotices: async () => 2,
      messages: async () => ({ waiting: 3, dead: 1 }),
    }),
    metricsToken: 'metrics-of-the-test',
    log,
    publicUrl,
    receiptKeys: loadSigningKeys(directory, {}),
    limits: {
      session: createRateLimit(1000, 1000),
      address: createRateLimit(1000, 1000),
      institution: createInstitutionLimit(),
    },
    isReady: async () => true,
    pages,
    ...parts,
  };
  const app = createApp(all, cipher);
  return {
    app,
    parts: all,
    database,
    cipher,
    log: () => lines.join(''),
    /** Headers of a signed-in browser. */
    as: async (subject: SessionSubject | StaffMark): Promise<Record<string, string>> => {
      const of: SessionSubject =
        'staffNo' in subject ? { kind: 'staff', subjectNo: subject.staffNo, area: subject.area } : subject;
      return { cookie: `gongji_session=${await sessions.begin(of, realNow(), realNow())}` };
    },
    close: async () => {
      await events.close();
      await database.drop();
      rmSync(directory, { recursive: true });
    },
  };
}

export type TestApp = Awaited<ReturnType<typeof openTestApp>>;

/** A POST with JSON, as the pages send it. */
export const post = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', 'idempotency-key': 'key-1', ...headers },
  body: JSON.stringify(body),
});
