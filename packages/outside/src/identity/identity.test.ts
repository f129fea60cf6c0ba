// Promises of the sample identity provider, shown by whole sign-ins with a real OpenID Connect client.
import * as oidc from 'openid-client';
import { sampleClient, samplePin } from '@gongji/sample';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { personNamed, testedPart } from '../testing.ts';
import type { TestedPart } from '../testing.ts';
import { createBrowser } from './testing-browser.ts';

const publicUrl = 'http://localhost:7300';
const warnings = [vi.spyOn(console, 'warn'), vi.spyOn(console, 'info')];
let provider: TestedPart;
let client: oidc.Configuration;

beforeAll(async () => {
  provider = await testedPart('identity', { publicUrl });
  client = await oidc.discovery(new URL(provider.url), sampleClient.id, sampleClient.secret, undefined, {
    execute: [oidc.allowInsecureRequests],
  });
});
afterAll(() => provider.close());

interface Start {
  url: URL;
  verifier: string;
  state: string;
}

async function start(parameters: Record<string, string> = {}): Promise<Start> {
  const verifier = oidc.randomPKCECodeVerifier();
  const state = oidc.randomState();
  const url = oidc.buildAuthorizationUrl(client, {
    redirect_uri: `${publicUrl}/sign-in/callback`,
    scope: 'openid profile credential',
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    ...parameters,
  });
  return { url, verifier, state };
}

async function claimsAfter(callback: URL, { verifier, state }: Start) {
  const tokens = await oidc.authorizationCodeGrant(client, callback, {
    pkceCodeVerifier: verifier,
    expectedState: state,
  });
  return { claims: tokens.claims(), idToken: tokens.id_token };
}

test('a person signs in with identity number and password, and the ID token says who it is', async () => {
  const { idNumber, personNo } = personNamed('样明远');
  const [browser, begun] = [createBrowser(publicUrl), await start()];
  const page = await browser.open(begun.url);
  expect(page.status).toBe(200);
  expect(page.text.match(/<h1>/g)).toHaveLength(1);
  const done = await browser.submit(page, { entry: idNumber, pin: samplePin });
  expect(done.callback?.searchParams.get('iss')).toBe(provider.url);
  const { claims } = await claimsAfter(done.callback as URL, begun);
  expect(claims).toMatchObject({ sub: personNo, name: '样明远', kind: 'person', id_number: idNumber });
  expect(claims).not.toHaveProperty('staff_no');
});

test('a person number works too, and a button of the list signs in at once', async () => {
  const person = personNamed('演桂芬');
  for (const form of [{ entry: person.personNo, pin: samplePin }, { account: person.personNo }]) {
    const [browser, begun] = [createBrowser(publicUrl), await start()];
    const page = await browser.open(begun.url);
    expect(page.text).toContain(`value="${person.personNo}"`);
    const done = await browser.submit(page, form);
    expect((await claimsAfter(done.callback as URL, begun)).claims?.name).toBe('演桂芬');
  }
});

test('staff sign in by staff number and carry it, but no identity number', async () => {
  const [browser, begun] = [createBrowser(publicUrl), await start()];
  const done = await browser.submit(await browser.open(begun.url), { account: 'S21120001' });
  const { claims } = await claimsAfter(done.callback as URL, begun);
  expect(claims).toMatchObject({ sub: 'S21120001', kind: 'staff', staff_no: 'S21120001' });
  expect(claims).not.toHaveProperty('id_number');
});

test('a wrong entry gets a sentence, keeps what was written, and can be mended on the same page', async () => {
  const { idNumber } = personNamed('样明远');
  const [browser, begun] = [createBrowser(publicUrl), await start()];
  const page = await browser.open(begun.url);
  for (const [form, sentence] of [
    [{ entry: '', pin: samplePin }, '请填写身份证号'],
    [{ entry: idNumber, pin: '12' }, '口令是 6 位数字'],
    [{ entry: idNumber, pin: '000000' }, '口令不对'],
    [{ entry: '"><b>', pin: samplePin }, '没有找到这个号码'],
    [{ account: 'S999' }, '没有这个示例人物'],
  ] as const) {
    const answer = await browser.submit(page, form);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(sentence);
    expect(answer.text).toContain('role="alert"');
    expect(answer.text).not.toContain('"><b>');
  }
  const kept = await browser.submit(page, { entry: idNumber, pin: '000000' });
  expect(kept.text).toContain(`value="${idNumber}"`);
  const done = await browser.submit(page, { entry: idNumber, pin: samplePin });
  expect((await claimsAfter(done.callback as URL, begun)).claims?.name).toBe('样明远');
});

test('the next sign-in from the same browser asks again, so that another person can sign in', async () => {
  const browser = createBrowser(publicUrl);
  await browser.submit(await browser.open((await start()).url), { account: personNamed('样明远').personNo });
  for (const parameters of [{}, { prompt: 'login' }]) {
    const begun = await start(parameters);
    const page = await browser.open(begun.url);
    expect(page.callback).toBeUndefined();
    const done = await browser.submit(page, { account: personNamed('例志强').personNo });
    expect((await claimsAfter(done.callback as URL, begun)).claims?.name).toBe('例志强');
  }
});

test('signing out leads back to the product', async () => {
  const browser = createBrowser(publicUrl);
  const begun = await start();
  const done = await browser.submit(await browser.open(begun.url), {
    account: personNamed('样明远').personNo,
  });
  const { idToken } = await claimsAfter(done.callback as URL, begun);
  const page = await browser.open(
    oidc.buildEndSessionUrl(client, {
      id_token_hint: idToken ?? '',
      post_logout_redirect_uri: `${publicUrl}/`,
    }),
  );
  const out = await browser.submit(page, {});
  expect(out.callback?.href).toBe(`${publicUrl}/`);
});

test('a code without its verifier is worth nothing, and a foreign return address is refused', async () => {
  const [browser, begun] = [createBrowser(publicUrl), await start()];
  const done = await browser.submit(await browser.open(begun.url), {
    account: personNamed('样明远').personNo,
  });
  const other = { ...begun, verifier: oidc.randomPKCECodeVerifier() };
  await expect(claimsAfter(done.callback as URL, other)).rejects.toThrow();
  const stolen = await start({ redirect_uri: 'http://localhost:9/elsewhere' });
  const refused = await createBrowser(publicUrl).open(stolen.url);
  expect(refused.status).toBe(400);
  expect(refused.text).toContain('登录没有完成');
});

test('the page of another browser cannot be finished', async () => {
  const page = await createBrowser(publicUrl).open((await start()).url);
  const thief = createBrowser(publicUrl);
  const answer = await thief.submit(page, { account: personNamed('样明远').personNo });
  expect(answer.status).toBe(400);
  expect(answer.text).toContain('已经过期');
});

test('the provider starts and works without a warning', () => {
  for (const warning of warnings) expect(warning).not.toHaveBeenCalled();
});
