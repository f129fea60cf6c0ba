// The whole server with the simulators beside it: starts, is used, stops, and finds everything again.
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { partNames, startPart } from '@gongji/outside';
import type { RunningPart } from '@gongji/outside';
import { endpoints, paths } from '@gongji/contract';
import type { EndpointName } from '@gongji/contract';
import { sampleWorld } from '@gongji/sample';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { atProvider, createJar } from '../test/browser.ts';
import type { Jar } from '../test/browser.ts';
import { readConfig } from './config.ts';
import type { Config } from './config.ts';
import { serve } from './serve.ts';
import type { Running } from './serve.ts';
import { sign } from './till/signature.ts';

const world = sampleWorld();
const personOf = (name: string) => {
  const found = world.people.find((person) => person.name === name);
  if (!found) throw new Error(`nobody in the sample world is called ${name}`);
  return found;
};
const giver = personOf('样明远');
const child = personOf('样小禾');
const stranger = personOf('例志强');

const directories: string[] = [];
function newDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'gongji-serve-'));
  // The database's own user has to come in.
  chmodSync(directory, 0o755);
  directories.push(directory);
  return directory;
}

async function freePort(): Promise<number> {
  const socket = createServer();
  await new Promise<void>((resolve) => socket.listen(0, '127.0.0.1', resolve));
  const { port } = socket.address() as AddressInfo;
  await new Promise((resolve) => socket.close(resolve));
  return port;
}

let lines: string[] = [];
let terminalText = '';
const terminal = new Writable({
  write(chunk: Buffer, _, done) {
    terminalText += chunk.toString();
    done();
  },
});
const start = (config: Config): Promise<Running> =>
  serve({ config, say: (line) => lines.push(line), terminal, realNow: () => new Date() });

let config: Config;
let running: Running;
let outside: RunningPart[] = [];
const origin = () => config.publicUrl;

beforeAll(async () => {
  const port = await freePort();
  const publicUrl = `http://localhost:${port}`;
  outside = await Promise.all(
    partNames.map((name) => startPart(name, { basePort: 0, publicUrl, day: world.demoDate })),
  );
  const [identity, registry, tax, cash, sms, institutions] = outside.map((part) => part.url);
  config = readConfig({
    PORT: String(port),
    GONGJI_DATA: newDirectory(),
    GONGJI_IDENTITY_URL: identity,
    GONGJI_REGISTRY_URL: registry,
    GONGJI_TAX_URL: tax,
    GONGJI_CASH_URL: cash,
    GONGJI_SMS_URL: sms,
    GONGJI_INSTITUTIONS_URL: institutions,
  });
  running = await start(config);
});
afterAll(async () => {
  await running.stop();
  await Promise.all(outside.map((part) => part.close()));
  for (const directory of directories) rmSync(directory, { recursive: true, force: true });
});

const get = async (jar: Jar, path: string) =>
  jar.take(await fetch(`${origin()}${path}`, { redirect: 'manual', headers: { cookie: jar.header() } }));
const post = async (jar: Jar, path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${origin()}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: jar.header(), origin: origin(), ...headers },
    body: JSON.stringify(body),
  });

async function signIn(account: string): Promise<Jar> {
  const jar = createJar();
  const begun = await get(jar, '/sign-in');
  await get(jar, await atProvider(begun.headers.get('location') ?? '', account, origin()));
  return jar;
}

test('the address answers, the server is ready, and the sample world is in', async () => {
  expect(running.url).toBe(`${origin()}/`);
  expect((await fetch(`${origin()}/health/ready`)).status).toBe(200);
  expect(lines.some((line) => line.includes(`${world.people.length} / ${world.people.length}`))).toBe(true);
});

test('a giver signs in and sees the own account and what the area says', async () => {
  const jar = await signIn(giver.personNo);
  const me = endpoints.getMe.answer.parse(await (await get(jar, '/api/me')).json());
  const priorYearFen = giver.parts
    .filter(({ partYear }) => partYear < 2024)
    .reduce((sum, { fen }) => sum + fen, 0);
  expect(me.account).toMatchObject({ priorYearFen, shareableFen: priorYearFen });
  expect(me.person.name).toBe(giver.name);
  expect(JSON.stringify(me)).not.toContain(giver.idNumber);
  const guide = endpoints.getGuide.answer.parse(await (await get(jar, '/api/guides/340500')).json());
  expect(guide.decisionMode).toBe('automatic');
});

const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
function sendPhoto(jar: Jar, bytes: Buffer): Promise<Response> {
  const form = new FormData();
  form.set('photo', new File([new Uint8Array(bytes)], 'proof.png'));
  return fetch(`${origin()}/api/photos`, { method: 'POST', body: form, headers: { cookie: jar.header() } });
}

test('a photo that is none is refused, a real one is shown to its owner only', async () => {
  const jar = await signIn(giver.personNo);
  const refused = await sendPhoto(jar, Buffer.from('no picture'));
  expect(refused.status).toBe(415);
  expect(await refused.json()).toMatchObject({ error: { code: 'photo-not-a-photo' } });
  const taken = await sendPhoto(jar, pixel);
  expect(taken.status).toBe(200);
  const { url } = (await taken.json()) as { url: string };
  expect((await get(jar, url)).headers.get('content-type')).toBe('image/jpeg');
  expect((await get(await signIn(stranger.personNo), url)).status).toBe(404);
});

test('a child is bound once, whatever is sent again, and nobody else sees it', async () => {
  const jar = await signIn(giver.personNo);
  const guide = endpoints.getGuide.answer.parse(await (await get(jar, '/api/guides/340500')).json());
  const { photoId } = (await (await sendPhoto(jar, pixel)).json()) as { photoId: string };
  const answers = {
    memberName: child.name,
    memberIdNumber: child.idNumber,
    relation: 'child',
    memberArea: child.area,
    memberPhone: child.phone,
    photos: [{ photoId, material: 'helpful-proof' }],
    noticeVersion: guide.notice.version,
    promise: { version: guide.promise.version, accepted: true, signedName: giver.name },
  };
  const submit = async (changes: object, key: string) => {
    const response = await post(
      jar,
      '/api/applications',
      { ...answers, ...changes },
      { 'idempotency-key': key },
    );
    return { status: response.status, body: await response.json() };
  };
  const wrongDigit = `${child.idNumber.slice(0, 17)}${child.idNumber.endsWith('1') ? '2' : '1'}`;
  expect(await submit({ memberIdNumber: wrongDigit }, 'bind-0')).toMatchObject({
    status: 422,
    body: { error: { code: 'id-number-wrong', field: 'memberIdNumber' } },
  });
  const [first, twin] = await Promise.all([submit({}, 'bind-1'), submit({}, 'bind-1')]);
  expect(first).toMatchObject({ status: 200, body: { state: 'approved' } });
  expect(twin).toEqual(first);
  expect(await submit({}, 'bind-1')).toEqual(first);
  expect(await submit({ memberPhone: '19900009999' }, 'bind-1')).toMatchObject({
    status: 409,
    body: { error: { code: 'key-reused' } },
  });
  const { applicationId } = endpoints.submitApplication.answer.parse(first.body);
  const others = await get(await signIn(stranger.personNo), `/api/applications/${applicationId}`);
  expect(others.status).toBe(404);
});

test('the child’s premium is paid once from the account, and the giver sees what it was for', async () => {
  const jar = await signIn(giver.personNo);
  const quoteAnswer = await post(jar, '/api/premium-quotes', {
    memberPersonNo: child.personNo,
    coverageYear: 2025,
  });
  const quote = endpoints.quotePremium.answer.parse(await quoteAnswer.json());
  expect(quote.shortfallFen).toBe(0);
  const body = { quoteId: quote.quoteId, cashForShortfall: false };
  const pay = async (key: string) => {
    const response = await post(jar, '/api/premiums', body, { 'idempotency-key': key });
    return await response.json();
  };
  const [first, twin] = await Promise.all([pay('pay-1'), pay('pay-1')]);
  const { paymentId } = endpoints.payPremium.answer.parse(first);
  expect(twin).toMatchObject({ paymentId });
  const read = async () =>
    endpoints.getPremium.answer.parse(await (await get(jar, `/api/premiums/${paymentId}`)).json());
  await expect.poll(async () => (await read()).state, { timeout: 10_000 }).toBe('paid');
  expect(await read()).toMatchObject({
    amountFen: quote.amountFen,
    taxReceiptNo: expect.any(String) as string,
  });
  const usages = endpoints.listUsages.answer.parse(await (await get(jar, '/api/usages')).json());
  expect(usages.asGiver).toMatchObject([{ purpose: 'premium', fen: quote.amountFen }]);
  const explained = await get(jar, `/api/usages/${usages.asGiver[0]?.usageId}`);
  expect(endpoints.explainUsage.answer.parse(await explained.json()).parts.length).toBeGreaterThan(0);
  expect((await get(await signIn(stranger.personNo), `/api/premiums/${paymentId}`)).status).toBe(404);
});

test('an institution’s software settles a bill by its signature and takes it back, and both are told once', async () => {
  const institution = world.institutions.find(({ area, kind }) => area === '211200' && kind === 'hospital');
  const bound = world.relations.find(({ memberNo }) => memberNo.startsWith('211200'));
  if (!institution || !bound) throw new Error('the sample world has no bound member in Tieling');
  const call = async (name: EndpointName, body: object, id = '') => {
    const unsigned = {
      accessKey: institution.accessKey,
      name,
      timestamp: String(Date.now()),
      version: '1.0.0',
    };
    const response = await post(createJar(), paths[name].path.replace(/\{\w+\}/, id), body, {
      'idempotency-key': `${name}-1`,
      _api_access_key: unsigned.accessKey,
      _api_name: name,
      _api_timestamp: unsigned.timestamp,
      _api_version: unsigned.version,
      _api_signature: sign(institution.secret, unsigned),
    });
    expect(response.status).toBe(200);
    return await response.json();
  };
  const giverJar = await signIn(bound.giverNo);
  const balance = async () => {
    const me = endpoints.getMe.answer.parse(await (await get(giverJar, '/api/me')).json());
    return me.account.priorYearFen + me.account.currentYearFen;
  };
  const before = await balance();
  const patient = endpoints.findPatient.answer.parse(
    await call('findPatient', { credential: bound.memberNo }),
  );
  expect(patient).toMatchObject({ personNo: bound.memberNo, hasShared: true });
  const quote = endpoints.quoteBill.answer.parse(
    await call('quoteBill', {
      personNo: bound.memberNo,
      bill: { totalFen: 20_000, whollySelfPaidFen: 0, overPriceLimitFen: 0, preSelfPaidFen: 0 },
      chronic: [],
      accountUse: 'own-then-shared',
    }),
  );
  const settled = await call('settleBill', { quoteId: quote.quoteId });
  expect(await call('settleBill', { quoteId: quote.quoteId })).toEqual(settled);
  const settlement = endpoints.settleBill.answer.parse(settled);
  expect(settlement.result.sharedFen).toBeGreaterThan(0);
  expect(JSON.stringify(settled)).not.toContain(bound.giverNo);
  expect(await balance()).toBe(before - settlement.result.sharedFen);
  await call('reverseSettlement', { reason: '退号重开' }, settlement.settlementId);
  expect(await balance()).toBe(before);
});

test('a second start on the same data, or on the same port, is refused with a sentence', async () => {
  await expect(start(config)).rejects.toThrow(/正在使用数据目录/);
  const elsewhere = { ...config, dataDirectory: newDirectory() };
  await expect(start(elsewhere)).rejects.toThrow(new RegExp(`端口 ${config.port} 已被别的程序占用.*PORT=`));
});

test('after a stop and a start the session, the set day and the people are there again', async () => {
  const jar = await signIn(giver.personNo);
  expect((await post(jar, '/api/demo-date', { date: '2024-11-01' })).status).toBe(200);
  await running.stop();
  await expect(fetch(`${origin()}/`)).rejects.toThrow();
  lines = [];
  running = await start(config);
  expect(lines.filter((line) => line.includes('导入'))).toEqual([]);
  const session = endpoints.getSession.answer.parse(await (await get(jar, '/api/session')).json());
  expect(session).toMatchObject({ today: '2024-11-01', person: { personNo: giver.personNo } });
});

test('keys that do not fit the database are refused before anything is written with them', async () => {
  const file = join(config.dataDirectory, 'keys.json');
  const kept = readFileSync(file);
  await running.stop();
  const other = Buffer.alloc(32, 7).toString('base64');
  const wrong = [undefined, { ...(JSON.parse(kept.toString()) as object), lookup: other }];
  for (const keys of wrong) {
    if (keys) writeFileSync(file, JSON.stringify(keys));
    else rmSync(file);
    await expect(start(config)).rejects.toThrow(/密钥与数据库对不上/);
  }
  writeFileSync(file, kept);
  running = await start(config);
  const jar = await signIn(giver.personNo);
  expect((await get(jar, '/api/me')).status).toBe(200);
});

test('nothing of it was worth a warning on the terminal', () => {
  expect(terminalText).toBe('');
});
