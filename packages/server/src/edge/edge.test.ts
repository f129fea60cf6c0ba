// Who may call what, and how every refusal and fault is told.
import { errors, paths } from '@gongji/contract';
import type { EndpointName, ErrorBody } from '@gongji/contract';
import { refuse } from '@gongji/service';
import type { Context } from '@gongji/service';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { bodies } from '../../test/edge-bodies.ts';
import {
  cashier,
  institution,
  openTestApp,
  otherPerson,
  person,
  post,
  publicUrl,
  reviewer,
} from '../../test/kit.ts';
import type { TestApp } from '../../test/kit.ts';
import { familyKeyed, familyServices } from '../../test/family-calls.ts';
import { sign } from '../till/signature.ts';
import { createInstitutionLimit } from './institution-limit.ts';
import { createRateLimit } from './rate-limit.ts';

let app: TestApp;
let asked: { context: Context; rest: unknown[] }[] = [];
const record = async (context: Context, ...rest: unknown[]) => {
  asked.push({ context, rest });
  return refuse('not-found');
};

beforeAll(async () => {
  app = await openTestApp({
    area: { insuredAreas: () => ({ provinces: [] }), guide: record },
    application: {
      ...{ submit: record, get: record, list: record, supplement: record, withdraw: record },
      ...{ memberRequests: record, answerMember: record },
    },
    relation: {
      ...{ list: record, get: record, end: record },
      ...{ changeControl: record, pause: record, orderGivers: record },
    },
    notice: {
      ...{ list: record, count: record, read: record },
      ...{ lost: record, sendAgain: record },
    },
    hospital: { credentials: record, myOrders: record, myOrder: record, payMyOrder: record },
    ...familyServices(record),
    standing: { outOfArea: record, file: record, calculatorFacts: record },
    familyAccount: { list: record, add: record, answer: record, end: record, showCode: record },
    review: { queue: record, get: record, decide: record, reveal: record },
    settlement: {
      patient: record,
      quote: record,
      settle: record,
      list: record,
      get: record,
      reverse: record,
    },
    person: {
      me: async () => {
        throw new Error('boom for 19900000001');
      },
    },
  });
});
afterAll(() => app.close());
beforeEach(() => {
  asked = [];
});

async function errorOf(response: Response): Promise<ErrorBody['error'] & { status: number }> {
  return { status: response.status, ...((await response.json()) as ErrorBody).error };
}
const signedHeaders = (name: string, secret = institution.secret): Record<string, string> => {
  const headers = { accessKey: 'AK123', name, timestamp: '1721789415123', version: '1.0.0' };
  return {
    _api_access_key: headers.accessKey,
    _api_name: name,
    _api_timestamp: headers.timestamp,
    _api_version: headers.version,
    _api_signature: sign(secret, headers),
  };
};

/** A valid body of each endpoint that has one. */
const publicNames: EndpointName[] = [
  'getSession',
  'endSession',
  'setDemoDate',
  'setActing',
  'getInsuredAreas',
  'listGuides',
  'getGuide',
  'getPolicyText',
  'checkReceipt',
];
/** Every role at every staff endpoint is tried in staff/rights-twins.test.ts. */
const closedNames = (Object.keys(paths) as EndpointName[]).filter(
  (name) => !publicNames.includes(name) && !paths[name].path.startsWith('/api/staff/'),
);
const groupOf = (name: EndpointName): 'person' | 'reviewer' | 'till' => {
  const { path } = paths[name];
  if (path.startsWith('/api/staff/')) return 'reviewer';
  return path.startsWith('/api/till/') ? 'till' : 'person';
};
const request = (name: EndpointName, headers: Record<string, string> = {}) => {
  const { method, path } = paths[name];
  const address = path.replaceAll(/\{\w+\}/g, 'id_1');
  return app.app.request(address, method === 'GET' ? { headers } : post(bodies[name] ?? {}, headers));
};

test.each(closedNames)('%s needs a sign-in and the right role', async (name) => {
  expect(await errorOf(await request(name))).toMatchObject({ status: 401, code: 'not-signed-in' });
  const callers = { person, reviewer, till: cashier };
  for (const [group, subject] of Object.entries(callers)) {
    const error = await errorOf(await request(name, await app.as(subject)));
    if (group !== groupOf(name)) expect(error).toMatchObject({ status: 403, code: 'not-allowed' });
    else if (name !== 'getMe') expect(error).toMatchObject({ status: 404, code: 'not-found' });
  }
  expect(asked).toHaveLength(name === 'getMe' ? 0 : 1);
});

const keyed: EndpointName[] = [
  'submitApplication',
  'supplementApplication',
  'withdrawApplication',
  'answerMemberRequest',
  'changeControl',
  'pauseRelation',
  'orderGivers',
  'endRelation',
  'fileOutOfArea',
  'addFamilyAccount',
  'answerFamilyAccount',
  'endFamilyAccount',
  'payPremium',
  ...familyKeyed,
  'cancelPremium',
  'decideReview',
  'settleBill',
  'reverseSettlement',
];
test.each(keyed)('%s asks for an idempotency key and hands it on', async (name) => {
  const headers = await app.as({ person, reviewer, till: cashier }[groupOf(name)]);
  for (const key of ['', 'two words', 'x'.repeat(129)]) {
    const error = await errorOf(await request(name, { ...headers, 'idempotency-key': key }));
    expect(error).toMatchObject({ status: 400, code: 'key-missing', message: '缺少防重复提交的编号。' });
  }
  await request(name, headers);
  expect(asked).toHaveLength(1);
  expect(asked[0]?.rest.at(-1)).toBe('key-1');
});

test('a service is told who asks, when on the business clock, and through which channel', async () => {
  await request('listUsages', await app.as(person));
  expect(asked[0]?.context).toEqual({
    actor: { kind: 'person', personNo: '340500001', area: '340500' },
    at: new Date('2024-10-15T02:50:15.123Z'),
    today: '2024-10-15',
    channel: 'web',
  });
  await request('listSettlements', await app.as(cashier));
  expect(asked[1]?.context).toMatchObject({
    actor: { kind: 'staff', staffNo: 'C1', role: 'cashier', institutionCode: institution.code },
    channel: 'till',
  });
});

test('somebody else’s record in the address bar is a sentence that tells nothing', async () => {
  const error = await errorOf(
    await app.app.request('/api/premiums/pay_1', { headers: await app.as(otherPerson) }),
  );
  expect(error).toMatchObject({ status: 404, code: 'not-found', ...errorSentence('not-found') });
});

test('an address that cannot be an id reaches no service', async () => {
  for (const id of ['%00', 'a%20b', "';drop", 'x'.repeat(81), '%E5%85%B1']) {
    const error = await errorOf(
      await app.app.request(`/api/premiums/${id}`, { headers: await app.as(person) }),
    );
    expect(error.code).toBe('not-found');
  }
  expect(asked).toHaveLength(0);
});

function errorSentence(code: 'not-found') {
  return { message: errors[code].message, remedy: errors[code].remedy };
}

test('what is wrong with a body is told with field and sentence, and nothing is done', async () => {
  const headers = await app.as(person);
  const answers = bodies.submitApplication as Record<string, unknown>;
  const cases: [object | string, string | undefined, RegExp][] = [
    [{ ...answers, memberName: undefined }, 'memberName', /“家人姓名”没有填写/],
    [{ ...answers, memberName: '  ' }, 'memberName', /“家人姓名”没有填写/],
    [{ ...answers, relation: 'cousin' }, 'relation', /只能是 spouse、parent/],
    [{ ...answers, photos: 'p1' }, 'photos', /应为列表/],
    [
      { ...answers, promise: { ...(answers['promise'] as object), accepted: false } },
      'promise.accepted',
      /没有勾选/,
    ],
    [{ ...answers, memberArea: '34' }, 'memberArea', /“参保地”格式不对/],
    ['[]', undefined, /应为一组内容/],
    ['{"memberName":', undefined, /不是完整的 JSON/],
    ['', undefined, /不是完整的 JSON/],
    ['{"memberName":"\\u0000"}', undefined, /不能使用的字符/],
  ];
  for (const [body, field, sentence] of cases) {
    const error = await errorOf(
      await app.app.request('/api/applications', {
        ...post(body, headers),
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    );
    expect(error).toMatchObject({ status: 400, code: 'bad-request', ...(field ? { field } : {}) });
    expect(error.message).toMatch(sentence);
    expect(error.remedy).not.toBe('');
  }
  const asForm = { ...headers, 'content-type': 'text/plain' };
  const error = await errorOf(await app.app.request('/api/applications', post(answers, asForm)));
  expect(error.message).toMatch(/application\/json/);
  expect(asked).toHaveLength(0);
});

test('a negative amount and parts of a fen have a sentence of their own', async () => {
  const headers = await app.as(cashier);
  const quote = bodies.quoteBill as { bill: Record<string, number> };
  for (const totalFen of [-1, 0.5, 1e15, '100', null]) {
    const body = { ...quote, bill: { ...quote.bill, totalFen } };
    const error = await errorOf(await app.app.request('/api/till/quotes', post(body, headers)));
    expect(error).toMatchObject({ status: 422, code: 'amount-wrong', field: 'bill.totalFen' });
    expect(error.message).toContain('“总费用”');
  }
  expect(asked).toHaveLength(0);
});

test('a body above one megabyte is refused', async () => {
  const error = await errorOf(
    await app.app.request(
      '/api/till/patients',
      post({ credential: 'x'.repeat(1_100_000) }, await app.as(cashier)),
    ),
  );
  expect(error).toMatchObject({ status: 413, code: 'too-large' });
  expect(error.message).toContain('1 MB');
});

test('a page of another site cannot change anything, whatever it sends', async () => {
  const headers = await app.as(person);
  const foreign: Record<string, string>[] = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site', origin: 'http://localhost:9999' },
    { origin: 'http://localhost:7300.evil.example' },
  ];
  for (const extra of foreign) {
    expect((await request('payPremium', { ...headers, ...extra })).status).toBe(403);
  }
  expect(asked).toHaveLength(0);
  await request('payPremium', { ...headers, origin: publicUrl, 'sec-fetch-site': 'same-origin' });
  expect(asked).toHaveLength(1);
});

test('an institution’s software calls by its signature, for the endpoint that it signed', async () => {
  await request('settleBill', signedHeaders('settleBill'));
  expect(asked[0]?.context).toMatchObject({
    actor: { kind: 'institution', institutionCode: institution.code, area: '211200' },
    channel: 'interface',
  });
  const refused: [Record<string, string>, string][] = [
    [signedHeaders('quoteBill'), '签名不一致'],
    [signedHeaders('settleBill', 'SK457'), '签名不一致'],
    [{ ...signedHeaders('settleBill'), _api_access_key: 'AK124' }, '非法用户'],
    [{ ...signedHeaders('settleBill'), _api_timestamp: '1721780000000' }, '签名时间戳超时'],
    [{ _api_access_key: 'AK123' }, '缺少服务网关的请求头'],
  ];
  for (const [headers, signature] of refused) {
    const error = await errorOf(await request('settleBill', headers));
    expect(error).toMatchObject({ status: 401, code: 'signature-refused', details: { signature } });
    expect(error.message).toContain(signature);
  }
  expect((await request('payPremium', signedHeaders('payPremium'))).status, 'not a till route').toBe(401);
  expect(asked).toHaveLength(1);
});

test('a staff member who is one no longer is signed out', async () => {
  const gone = await app.as({ kind: 'staff', subjectNo: 'R9', area: '211200' });
  expect((await request('listReviews', gone)).status).toBe(401);
});

test('a fault is a sentence with a reference, never a trace, and the log masks it', async () => {
  const error = await errorOf(await request('getMe', await app.as(person)));
  expect(error).toMatchObject({ status: 500, code: 'fault' });
  expect(JSON.stringify(error)).not.toMatch(/boom|\.ts|at /);
  const reference = String(error.details?.['reference']);
  expect(error.remedy).toContain(reference);
  expect(app.log()).toContain(reference);
  expect(app.log()).not.toContain('19900000001');
});

test('an answer that breaks the contract is a fault, and what the contract does not name is cut off', async () => {
  const other = await openTestApp({
    area: {
      insuredAreas: () =>
        ({ provinces: [{ province: '34', name: '安徽', areas: [], secret: 'x' }] }) as never,
      guide: async () => ({ ok: true, value: { area: '340500' } as never }),
    },
  });
  expect(await (await other.app.request('/api/insured-areas')).json()).toEqual({
    provinces: [{ province: '34', name: '安徽', areas: [] }],
  });
  expect((await other.app.request('/api/guides/340500')).status).toBe(500);
  await other.close();
});

test('an address under /api/ that does not exist is told in the same shape', async () => {
  expect(await errorOf(await app.app.request('/api/nothing'))).toMatchObject({
    status: 404,
    code: 'not-found',
  });
  expect(await errorOf(await app.app.request('/api/premiums', { method: 'DELETE' }))).toMatchObject({
    status: 404,
  });
});

test('a session that runs wild is slowed down, others are not', async () => {
  const tight = await openTestApp(
    { usage: { list: record } },
    {
      limits: {
        institution: createInstitutionLimit(),
        session: createRateLimit(2, 0),
        address: createRateLimit(2, 0),
      },
    },
  );
  const [one, two] = [await tight.as(person), await tight.as(otherPerson)];
  const ask = async (headers: Record<string, string>) =>
    (await tight.app.request('/api/usages', { headers })).status;
  expect([await ask(one), await ask(one), await ask(one), await ask(two)]).toEqual([404, 404, 429, 404]);
  expect([await ask({}), await ask({}), await ask({})]).toEqual([401, 401, 429]);
  await tight.close();
});

test('every answer carries the headers that keep browsers safe', async () => {
  const { headers } = await app.app.request('/api/session');
  expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  expect(headers.get('content-security-policy')).toContain("script-src 'self'");
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('referrer-policy')).toBe('same-origin');
  expect(headers.get('x-request-id')).not.toBeNull();
});

test('health and metrics answer, and metrics name patterns only', async () => {
  await request('getPremium', await app.as(person));
  expect((await app.app.request('/health/live')).status).toBe(200);
  expect((await app.app.request('/health/ready')).status).toBe(200);
  const text = await (
    await app.app.request('/metrics', { headers: { authorization: 'Bearer metrics-of-the-test' } })
  ).text();
  expect((await app.app.request('/metrics')).status).toBe(403);
  expect(text).toContain('route="/api/premiums/{paymentId}"');
  expect(text).not.toContain('id_1');
  expect(text).toMatch(/gongji_order_notices_waiting 2\n/);
  expect(text).toMatch(/gongji_messages\{state="dead"\} 1\n/);
  expect(text).toMatch(/gongji_database_connections\{state="idle"\} \d/);
});

test('a demonstration can be set to days with recorded rules only, and a refusal says which', async () => {
  const refused = ['1900-01-01', '2021-12-31', '2028-01-01', '9999-12-31'];
  for (const date of refused) {
    const answer = await app.app.request('/api/demo-date', post({ date }));
    expect(answer.status).toBe(400);
    expect(JSON.stringify(await answer.json())).toContain('只能在 2022-01-01 到 2027-12-31 之间');
  }
});
