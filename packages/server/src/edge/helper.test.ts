// A helper's session: what it may do for whom, and that a stale page never acts for the wrong person.
import { actingHeader, delegable, paths, photosPath } from '@gongji/contract';
import type { EndpointName } from '@gongji/contract';
import { done, refuse } from '@gongji/service';
import type { Context, Refusal } from '@gongji/service';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { familyBodies, familyServices } from '../../test/family-calls.ts';
import { openTestApp, person, post } from '../../test/kit.ts';
import type { TestApp } from '../../test/kit.ts';

const principalNo = '340500077';
let app: TestApp;
let asked: Context[] = [];
let valid = true;
let refusal: Refusal | undefined;
let told: unknown[][] = [];
const record = async (context: Context) => {
  asked.push(context);
  return refusal ?? done({} as never);
};
const services = familyServices(record);

beforeAll(async () => {
  app = await openTestApp({
    ...services,
    relation: { list: record, pause: record },
    person: { me: async () => refuse('not-found') },
    delegation: {
      ...services.delegation,
      acting: async (helperNo, delegationId) =>
        valid && helperNo === person.subjectNo && delegationId === 'del_1'
          ? {
              ...{ principalNo, principalArea: '340500', scopes: ['premium'] },
              helper: { personNo: helperNo, delegationId },
            }
          : undefined,
      tellActed: async ({ actor }, { delegationId }, key) => void told.push([actor, delegationId, key]),
    },
  });
});
afterAll(() => app.close());
beforeEach(() => {
  asked = [];
  told = [];
  valid = true;
  refusal = refuse('not-found');
});

const bodies: Partial<Record<EndpointName, object>> = { ...familyBodies, pauseRelation: { paused: true } };
const codeOf = async (response: Response) =>
  ((await response.json()) as { error?: { code: string } }).error?.code;
const send = async (name: EndpointName, headers: Record<string, string>) => {
  const { method, path } = paths[name];
  const address = path.replaceAll(/\{\w+\}/g, 'id_1');
  return codeOf(
    await app.app.request(address, method === 'GET' ? { headers } : post(bodies[name] ?? {}, headers)),
  );
};
async function helping(): Promise<Record<string, string>> {
  const headers = await app.as(person);
  await app.app.request('/api/session/acting', post({ delegationId: 'del_1' }, headers));
  return headers;
}

test('acts for the other person, with the helper in the context of every call', async () => {
  const headers = await helping();
  await send('listPremiums', headers);
  await send('payPremiumOrder', { ...headers, [actingHeader]: principalNo });
  expect(asked).toHaveLength(2);
  for (const context of asked)
    expect(context).toMatchObject({
      actor: {
        ...{ kind: 'person', personNo: principalNo, area: '340500' },
        helper: { personNo: person.subjectNo, delegationId: 'del_1' },
      },
    });
});

test('may do only what the permission names, and never hand it on or sign', async () => {
  const headers = { ...(await helping()), [actingHeader]: principalNo };
  const others = [
    'pauseRelation',
    'searchUsages',
    'disputeUsage',
    'grantDelegation',
    'listDelegations',
  ] as const;
  for (const name of others) expect(await send(name, headers)).toBe('helper-not-allowed');
  for (const address of [photosPath, '/api/bridge/tickets'])
    expect(await codeOf(await app.app.request(address, post({}, headers)))).toBe('helper-not-allowed');
  expect(asked).toEqual([]);
  for (const name of ['grantDelegation', 'submitApplication', 'answerMemberRequest', 'listCredentials'])
    expect(Object.keys(delegable)).not.toContain(name);
});

test('a page of another person, or one that does not say for whom, changes nothing', async () => {
  const headers = await helping();
  expect(await send('payPremiumOrder', headers)).toBe('acting-changed');
  expect(await send('payPremiumOrder', { ...headers, [actingHeader]: person.subjectNo })).toBe(
    'acting-changed',
  );
  const own = await app.as(person);
  expect(await send('payPremiumOrder', { ...own, [actingHeader]: principalNo })).toBe('acting-changed');
  expect(await send('listPremiums', { ...own, [actingHeader]: principalNo })).toBe('acting-changed');
  expect(asked).toEqual([]);
  expect(await send('payPremiumOrder', own)).toBe('not-found');
});

test('ends with the permission: the page still open is refused, the next look is at one’s own', async () => {
  const headers = await helping();
  valid = false;
  expect(await send('payPremiumOrder', { ...headers, [actingHeader]: principalNo })).toBe('acting-changed');
  expect(await send('listPremiums', { ...headers, [actingHeader]: principalNo })).toBe('acting-changed');
  expect(asked).toEqual([]);
  await send('listPremiums', headers);
  expect(asked.map(({ actor }) => actor)).toEqual([
    { kind: 'person', personNo: person.subjectNo, area: '340500' },
  ]);
});

test('nobody acts by a permission that is not theirs', async () => {
  valid = false;
  const headers = await app.as(person);
  const answer = await app.app.request('/api/session/acting', post({ delegationId: 'del_1' }, headers));
  expect(await codeOf(answer)).toBe('delegation-not-active');
  expect((await app.app.request('/api/session/acting', post({ delegationId: null }))).status).toBe(401);
});

test('both are told of what was done, once it was done, and not of what was refused', async () => {
  const headers = { ...(await helping()), [actingHeader]: principalNo };
  await send('payPremiumOrder', headers);
  expect(told).toEqual([]);
  refusal = undefined;
  await send('payPremiumOrder', headers);
  expect(told).toEqual([[expect.objectContaining({ personNo: principalNo }), 'del_1', 'key-1']]);
});
