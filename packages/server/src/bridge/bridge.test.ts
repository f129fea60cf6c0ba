// The bridge to native shells: a ticket opens one thing once, for its own person, and the outcome is the server's.
import { refuse } from '@gongji/service';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestApp, otherPerson, person, post, reviewer } from '../../test/kit.ts';
import type { TestApp } from '../../test/kit.ts';

let app: TestApp;
const permitted: unknown[] = [];
let now = new Date('2026-11-22T10:00:00+08:00');
const later = (ms: number) => (now = new Date(now.getTime() + ms));
let state = 'awaiting-cash';
const payers: unknown[] = [];
const photographers: unknown[] = [];

beforeAll(async () => {
  app = await openTestApp(
    {
      person: {
        findByIdNumber: async (idNumber) =>
          idNumber === 'ID1' ? ({ personNo: person.subjectNo, area: person.area } as never) : undefined,
      },
      premium: {
        get: async ({ actor }, paymentId) => {
          payers.push(actor);
          if (paymentId !== 'pre_1') return refuse('not-found');
          const payment = { state, cashFen: 100, coverageYear: 2025, member: { name: '样小禾' } };
          return { ok: true, value: payment as never };
        },
      },
      notice: {
        permit: async (...given) => void permitted.push(given),
      },
      photo: {
        add: async ({ actor }) => {
          photographers.push(actor);
          return { ok: true, value: { photoId: 'pho_1', url: '/api/photos/pho_1', widthPx: 1, heightPx: 1 } };
        },
      },
    },
    {
      realNow: () => now,
      hostIdentity: async (host, code) => {
        if (code === 'silent') return { result: 'silent' };
        return code === `${host} of 1` ? { result: 'found', idNumber: 'ID1' } : { result: 'unknown' };
      },
      wallet: async (reference, host) => ({ tradeNO: `${reference} ${host}` }),
    },
  );
});
afterAll(() => app.close());

const call = async (path: string, body: object, headers: Record<string, string> = {}) => {
  const answer = await app.app.request(`/api/bridge/${path}`, post(body, headers));
  const content = (await answer.json()) as { error?: { code: string } } & Record<string, unknown>;
  return { status: answer.status, code: content.error?.code, content };
};
const ticketFor = async (body: object, of = person) =>
  (await call('tickets', body, await app.as(of))).content as { ticketId: string; ticket: string };
const fate = async (ticketId: string, of = person) => {
  const answer = await app.app.request(`/api/bridge/tickets/${ticketId}`, { headers: await app.as(of) });
  return answer.status === 200 ? ((await answer.json()) as object) : answer.status;
};

describe('a ticket', () => {
  test('is given to a signed-in person only', async () => {
    expect(await call('tickets', { kind: 'photo' })).toMatchObject({ status: 401, code: 'not-signed-in' });
    expect(await call('tickets', { kind: 'photo' }, await app.as(reviewer))).toMatchObject({ status: 403 });
    expect(await call('tickets', { kind: 'pay' }, await app.as(person))).toMatchObject({ status: 400 });
    expect(await call('tickets', { kind: 'session' }, await app.as(person))).toMatchObject({ status: 400 });
  });

  test('opens once, even when two come at the same moment', async () => {
    const { ticket } = await ticketFor({ kind: 'pay', paymentId: 'pre_1' });
    const both = await Promise.all([1, 2].map(() => call('payments', { ticket, host: 'wechat' })));
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 403]);
  });

  test('opens nothing of another kind, nothing after ten minutes, and a made-up one opens nothing', async () => {
    const { ticket } = await ticketFor({ kind: 'subscribe' });
    expect(await call('payments', { ticket, host: 'wechat' })).toMatchObject({ code: 'ticket-spent' });
    const pay = await ticketFor({ kind: 'pay', paymentId: 'pre_1' });
    later(10 * 60_000);
    expect(await call('payments', { ticket: pay.ticket, host: 'wechat' })).toMatchObject({ status: 403 });
    expect(await call('payments', { ticket: 'guess', host: 'wechat' })).toMatchObject({ status: 403 });
    expect(await fate(pay.ticketId)).toMatchObject({ state: 'expired' });
  });

  test('tells its fate to its own person only; the secret is kept nowhere', async () => {
    const { ticketId, ticket } = await ticketFor({ kind: 'photo' });
    expect(await fate(ticketId)).toEqual({ state: 'waiting', photo: null });
    expect(await fate(ticketId, otherPerson)).toBe(404);
    const rows = await app.database.appPool.query<{ row: string }>(
      'select bridge_ticket::text as row from edge.bridge_ticket',
    );
    expect(rows.rows.some(({ row }) => row.includes(ticket))).toBe(false);
  });
});

describe('paying', () => {
  test('hands over amount, subject and the cashier’s parameters, as the person of the ticket', async () => {
    payers.length = 0;
    const { ticket } = await ticketFor({ kind: 'pay', paymentId: 'pre_1' });
    const { content } = await call('payments', { ticket, host: 'alipay' });
    expect(content).toEqual({
      amountFen: 100,
      subject: '样小禾 2025 年度城乡居民医保费差额',
      wallet: { tradeNO: 'pre_1 alipay' },
    });
    expect(payers).toEqual([{ kind: 'person', personNo: person.subjectNo, area: person.area }]);
  });

  test('is refused for a payment of somebody else and for one that is not waiting', async () => {
    const others = await ticketFor({ kind: 'pay', paymentId: 'pre_2' });
    expect(await call('payments', { ticket: others.ticket, host: 'wechat' })).toMatchObject({ status: 404 });
    state = 'paid';
    const paid = await ticketFor({ kind: 'pay', paymentId: 'pre_1' });
    expect(await call('payments', { ticket: paid.ticket, host: 'wechat' })).toMatchObject({
      code: 'nothing-to-pay',
    });
    state = 'awaiting-cash';
  });
});

describe('a photo', () => {
  const send = (ticket: string) => {
    const form = new FormData();
    form.append('photo', new File([Buffer.from('picture')], 'photo.jpg', { type: 'image/jpeg' }));
    const headers = { 'x-gongji-ticket': ticket };
    return app.app.request('/api/bridge/photos', { method: 'POST', body: form, headers });
  };

  test('comes in under its ticket and is found by the page that asked for it', async () => {
    const { ticketId, ticket } = await ticketFor({ kind: 'photo' });
    expect((await send(ticket)).status).toBe(200);
    expect((await send(ticket)).status).toBe(403);
    expect((await send('')).status).toBe(403);
    expect(photographers).toHaveLength(1);
    expect(await fate(ticketId)).toEqual({
      state: 'used',
      photo: { photoId: 'pho_1', url: '/api/photos/pho_1' },
    });
  });
});

describe('signing in by a host', () => {
  const redeem = (ticket: string, to = '/bind') =>
    app.app.request(`/sign-in/ticket?ticket=${ticket}&to=${encodeURIComponent(to)}`);
  const ticketOf = async () =>
    (await call('sign-ins', { host: 'wechat', code: 'wechat of 1' })).content['ticket'] as string;

  test('gives a ticket that begins one session', async () => {
    const ticket = await ticketOf();
    const answer = await redeem(ticket);
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/bind']);
    expect(answer.headers.get('set-cookie')).toContain('gongji_session=');
    const again = await redeem(ticket);
    expect([again.status, again.headers.get('set-cookie')]).toEqual([403, null]);
  });

  test('leads nowhere else, and is over after a minute', async () => {
    const evil = await redeem(await ticketOf(), 'https://evil.example/');
    expect(evil.headers.get('location')).toBe('/');
    const ticket = await ticketOf();
    later(60_000);
    expect((await redeem(ticket)).status).toBe(403);
  });

  test('is refused for a code that nobody knows, and says when the provider is silent', async () => {
    expect(await call('sign-ins', { host: 'wechat', code: 'x' })).toMatchObject({
      code: 'host-code-refused',
    });
    expect(await call('sign-ins', { host: 'wechat', code: 'silent' })).toMatchObject({
      code: 'outside-unavailable',
    });
  });
});

test('what the person answered about messages stays on record', async () => {
  const { ticket } = await ticketFor({ kind: 'subscribe' });
  const answers = [
    { template: 'T1', accepted: true },
    { template: 'T2', accepted: false },
  ];
  expect(await call('subscriptions', { ticket, host: 'wechat', answers })).toMatchObject({ status: 200 });
  const { rows } = await app.database.appPool.query(
    'select person_no, host, template, accepted from edge.subscription_answer order by seq',
  );
  expect(rows).toEqual(answers.map((one) => ({ person_no: person.subjectNo, host: 'wechat', ...one })));
  const { subjectNo: personNo, area } = person;
  expect(permitted).toEqual([[{ personNo, area }, 'wechat', 1]]);
  await expect(app.database.appPool.query('delete from edge.subscription_answer')).rejects.toThrow(/denied/);
});

test('a host’s own script is allowed in its web view, and nowhere else', async () => {
  const policyFor = async (agent: string) =>
    (await app.app.request('/', { headers: { 'user-agent': agent } })).headers.get('content-security-policy');
  expect(await policyFor('Mozilla/5.0 MicroMessenger/8.0 miniProgram')).toContain(
    'https://res.wx.qq.com/open/js/',
  );
  expect(await policyFor('Mozilla/5.0 AliApp(AP/10) MiniProgram')).toContain('https://appx/web-view.min.js');
  expect(await policyFor('Mozilla/5.0')).not.toMatch(/https:/);
});
