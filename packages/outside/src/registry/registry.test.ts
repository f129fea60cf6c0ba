// Promises of the civil and insurance registers.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { personNamed, testedPart } from '../testing.ts';
import type { TestedPart } from '../testing.ts';

let registry: TestedPart;
beforeAll(async () => {
  registry = await testedPart('registry');
});
beforeEach(() => registry.clearFaults());
afterAll(() => registry.close());

const kinship = async (giver: string, member: string, relation: string) => {
  const { body } = await registry.post('/kinship/check', {
    giverIdNumber: personNamed(giver).idNumber,
    memberIdNumber: personNamed(member).idNumber,
    relation,
  });
  return body.result;
};

test('name and number that belong together match, others do not, and a stranger is unknown', async () => {
  const { name, idNumber } = personNamed('样小禾');
  const check = async (body: object) => (await registry.post('/identity/check', body)).body;
  expect(await check({ name, idNumber })).toEqual({ result: 'match' });
  expect(await check({ name: '样大禾', idNumber })).toEqual({ result: 'mismatch' });
  expect(await check({ name, idNumber: '340599199001010000' })).toEqual({ result: 'unknown' });
});

test('a recorded relation is confirmed, and another claim about the same two is contradicted', async () => {
  expect(await kinship('样明远', '样小禾', 'child')).toBe('confirmed');
  expect(await kinship('样小禾', '样明远', 'parent')).toBe('confirmed');
  expect(await kinship('样明远', '样小禾', 'parent')).toBe('contradicted');
  expect(await kinship('演国栋', '演国梁', 'sibling')).toBe('confirmed');
  expect(await kinship('样小禾', '样国安', 'grandparent')).toBe('confirmed');
});

test('an adoption that was never registered is not on record', async () => {
  expect(await kinship('例志强', '例安安', 'child')).toBe('not-on-record');
});

test('what cannot be is contradicted: a second spouse, a third parent, a mother-in-law as mother, a parent too young', async () => {
  expect(await kinship('样明远', '模慧敏', 'spouse')).toBe('contradicted');
  expect(await kinship('试立军', '样小禾', 'child')).toBe('contradicted');
  expect(await kinship('样明远', '拟桂兰', 'parent')).toBe('contradicted');
  expect(await kinship('样小麦', '样小禾', 'parent')).toBe('contradicted');
  expect(await kinship('样明远', '样明远', 'spouse')).toBe('contradicted');
});

test('insurance tells area, scheme, standing and premium group of a person', async () => {
  const person = personNamed('样国安');
  const { status, body } = await registry.post('/insurance/find', { idNumber: person.idNumber });
  expect(status).toBe(200);
  expect(body).toEqual({
    found: true,
    personNo: person.personNo,
    name: '样国安',
    area: '340500',
    areaName: '马鞍山市',
    scheme: 'resident',
    retired: false,
    status: 'normal',
    group: 'minimum-living',
    student: false,
    bornOn: '1955-11-08',
    chronic: [],
    insuredPriorYears: true,
    missedYears: 0,
  });
  const nobody = await registry.post('/insurance/find', { idNumber: '340599199001010000' });
  expect(nobody.body).toEqual({ found: false });
});

test('a wrong body is answered 400 with the field, and text that is no JSON with a sentence', async () => {
  const wrong = await registry.post('/kinship/check', {
    giverIdNumber: 'a',
    memberIdNumber: 'b',
    relation: 'cousin',
  });
  expect(wrong.status).toBe(400);
  expect(wrong.body.reason).toContain('relation');
  const text = await fetch(`${registry.url}/identity/check`, { method: 'POST', body: '不是' });
  expect(text.status).toBe(400);
  expect(await text.json()).toEqual({ reason: '请求不是 JSON' });
});

test('a fault for one person meets only that person, as often as ordered', async () => {
  const [one, other] = [personNamed('样小禾'), personNamed('样小麦')];
  await registry.fault({ fault: 'error', idNumber: one.idNumber, times: 1 });
  const check = async (person: { name: string; idNumber: string }) =>
    (await registry.post('/identity/check', { name: person.name, idNumber: person.idNumber })).status;
  expect(await check(other)).toBe(200);
  expect(await check(one)).toBe(500);
  expect(await check(one)).toBe(200);
});

test('a fault for one operation leaves the others alone, and stays until it is taken away', async () => {
  const { name, idNumber } = personNamed('样小禾');
  await registry.fault({ fault: 'silent-before', operation: 'insurance' });
  expect(await registry.isSilent('/insurance/find', { idNumber })).toBe(true);
  expect(await registry.isSilent('/insurance/find', { idNumber })).toBe(true);
  expect((await registry.post('/identity/check', { name, idNumber })).status).toBe(200);
  expect((await registry.get('/faults')).body.faults).toHaveLength(1);
  await registry.clearFaults();
  expect((await registry.post('/insurance/find', { idNumber })).body.found).toBe(true);
});

test('a slow answer is still the right one, and a refusing register says no', async () => {
  const { name, idNumber } = personNamed('样小禾');
  await registry.fault({ fault: 'slow', times: 1, delayMs: 150 });
  const begun = performance.now();
  expect((await registry.post('/identity/check', { name, idNumber })).body.result).toBe('match');
  expect(performance.now() - begun).toBeGreaterThanOrEqual(149);
  await registry.fault({ fault: 'refuse', times: 1 });
  expect((await registry.post('/identity/check', { name, idNumber })).body.result).toBe('mismatch');
});

test('a fault that is not known is refused with what is allowed', async () => {
  expect((await registry.fault({ fault: 'explode' })).status).toBe(400);
  expect((await registry.fault({ fault: 'slow', times: 0 })).status).toBe(400);
  expect((await registry.fault({ fault: 'slow', operation: 'nap' })).body.reason).toContain('insurance');
});
