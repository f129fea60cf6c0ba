// Signing in against the simulator of the electronic credential, step by step as a browser does it.
import { startPart } from '@gongji/outside';
import type { RunningPart } from '@gongji/outside';
import { sampleClient, sampleWorld } from '@gongji/sample';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { atProvider, createJar } from '../../test/browser.ts';
import type { Jar } from '../../test/browser.ts';
import { openTestApp, publicUrl } from '../../test/kit.ts';
import type { TestApp } from '../../test/kit.ts';
import { createSignIn } from './provider.ts';

const world = sampleWorld();
const [known, unknown] = world.people;
const [staff] = world.staff;
if (!known || !unknown || !staff) throw new Error('the sample world is empty');

let identity: RunningPart;
let app: TestApp;

beforeAll(async () => {
  identity = await startPart('identity', { basePort: 0, publicUrl });
  app = await openTestApp(
    {
      person: {
        findByIdNumber: async (idNumber) => {
          if (idNumber !== known.idNumber) return undefined;
          return { ...known, student: known.student ?? null };
        },
        me: async () => ({ ok: false, code: 'not-found' }),
        staff: async (staffNo) => (staffNo === staff.staffNo ? { ...staff, institution: null } : undefined),
      },
    },
    {
      realNow: () => new Date(),
      signIn: createSignIn({
        issuer: identity.url,
        clientId: sampleClient.id,
        clientSecret: sampleClient.secret,
        redirectUri: `${publicUrl}/sign-in/callback`,
      }),
    },
  );
});
afterAll(async () => {
  await identity.close();
  await app.close();
});

const ours = async (jar: Jar, path: string) =>
  jar.take(await app.app.request(path, { headers: { cookie: jar.header(), host: 'localhost:7300' } }));

async function signIn(jar: Jar, account: string, to: string): Promise<Response> {
  const begun = await ours(jar, `/sign-in?to=${encodeURIComponent(to)}`);
  expect(begun.status).toBe(302);
  return ours(jar, await atProvider(begun.headers.get('location') ?? '', account, publicUrl));
}

test('a person signs in and comes to the page that was asked for', async () => {
  const jar = createJar();
  const back = await signIn(jar, known.personNo, '/bind/new?from=home');
  expect(back.headers.get('location')).toBe('/bind/new?from=home');
  const cookie = back.headers.getSetCookie().find((line) => line.startsWith('gongji_session='));
  expect(cookie).toMatch(/HttpOnly/);
  expect(cookie).toMatch(/SameSite=Lax/);
  expect(jar.names()).toEqual(['gongji_session']);
  const rows = await app.database.appPool.query(
    "select area, subject_no from edge.session where kind = 'person'",
  );
  expect(rows.rows).toContainEqual({ area: known.area, subject_no: known.personNo });
});

test('a staff member signs in by the staff number', async () => {
  const jar = createJar();
  await signIn(jar, staff.staffNo, '/staff/');
  const session = await ours(jar, '/api/session');
  expect(await session.json()).toMatchObject({ person: null, staff: { staffNo: staff.staffNo } });
});

test('a link to our sign-in sends nobody to another site', async () => {
  for (const to of ['https://evil.example/', '//evil.example', '/\\evil.example']) {
    expect((await signIn(createJar(), known.personNo, to)).headers.get('location')).toBe('/');
  }
});

test('a person without a record gets a page that says so, and no session', async () => {
  const jar = createJar();
  const back = await signIn(jar, unknown.personNo, '/');
  expect(back.status).toBe(403);
  expect(await back.text()).toContain('没有查到您的参保记录');
  expect(jar.names()).toEqual([]);
});

test('who signs in again on the same browser ends the session before', async () => {
  const jar = createJar();
  await signIn(jar, known.personNo, '/');
  const first = jar.header();
  await signIn(jar, staff.staffNo, '/');
  const session = await app.app.request('/api/session', { headers: { cookie: first } });
  expect(await session.json()).toMatchObject({ person: null, staff: null });
});

test('switching asks the provider for the credential anew, with proof of origin of its own each time', async () => {
  const one = await ours(createJar(), '/sign-in');
  const two = await ours(createJar(), '/sign-in?switch=1');
  const [first, second] = [one, two].map(
    (response) => new URL(response.headers.get('location') ?? '').searchParams,
  );
  expect(first?.get('prompt')).toBeNull();
  expect(second?.get('prompt')).toBe('login');
  for (const name of ['state', 'nonce', 'code_challenge'])
    expect(first?.get(name)).not.toBe(second?.get(name));
  expect(first?.get('code_challenge_method')).toBe('S256');
});

test('an answer in another browser, a second time, or made up begins no session', async () => {
  const jar = createJar();
  const begun = await ours(jar, '/sign-in');
  const answer = await atProvider(begun.headers.get('location') ?? '', known.personNo, publicUrl);
  const cases: [Jar, string][] = [
    [createJar(), answer],
    [createJar(), '/sign-in/callback'],
    [createJar(), '/sign-in/callback?code=x&state=yyyyyyyyyyyyyyyyyyyy'],
  ];
  for (const [browser, path] of cases) {
    const response = await ours(browser, path);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('登录没有完成');
    expect(browser.names()).toEqual([]);
  }
  const before = jar.header();
  expect((await ours(jar, answer)).status).toBe(302);
  const replay = await app.app.request(answer, { headers: { cookie: before } });
  expect(replay.status).toBe(400);
  expect(replay.headers.getSetCookie().join()).not.toContain('gongji_session=');
});

test('a cancelled sign-in is a page with a way on', async () => {
  const jar = createJar();
  const begun = await ours(jar, '/sign-in');
  const state = new URL(begun.headers.get('location') ?? '').searchParams.get('state') ?? '';
  const response = await ours(jar, `/sign-in/callback?error=access_denied&state=${state}`);
  expect(response.status).toBe(400);
  expect(await response.text()).toContain('重新登录');
});

test('under another name of the machine the sign-in moves to the public address first', async () => {
  const response = await app.app.request('/sign-in?to=/bind', { headers: { host: '127.0.0.1:7300' } });
  expect(response.headers.get('location')).toBe(`${publicUrl}/sign-in?to=/bind`);
});

test('a provider that does not answer is a page, and the next try asks again', async () => {
  const silent = await openTestApp(
    {},
    {
      signIn: createSignIn({
        issuer: 'http://127.0.0.1:1',
        clientId: 'x',
        clientSecret: 'y',
        redirectUri: `${publicUrl}/sign-in/callback`,
      }),
    },
  );
  for (let turn = 0; turn < 2; turn += 1) {
    const response = await silent.app.request('/sign-in', { headers: { host: 'localhost:7300' } });
    expect(response.status).toBe(503);
    expect(await response.text()).toContain('暂时没有回应');
  }
  await silent.close();
});
