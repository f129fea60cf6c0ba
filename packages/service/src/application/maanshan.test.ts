// Maanshan: decided at once by automatic checks.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { employee, person } from '../../test/people.ts';
import { answersFor, as, codeOf, newKey, openWorld, reviewer, value } from '../../test/world.ts';
import type { World } from '../../test/world.ts';

let world: World;
const giver = employee({ name: '样明远' });
const child = person({ name: '样小禾', bornOn: '2017-06-01' });
const childInHefei = person({ name: '样小苗', bornOn: '2019-02-03', area: '340100' });
const fosterChild = person({ name: '样小树', bornOn: '2015-04-09' });

beforeAll(async () => {
  world = await openWorld();
  await world.settle(giver, child, fosterChild);
  world.registry.add(childInHefei);
  world.registry.relate(giver, child, 'child');
  world.registry.relate(giver, childInHefei, 'child');
});
afterAll(() => world.close());

test('a member whom every check confirms is bound at once', async () => {
  const { services } = world;
  const application = value(
    await services.application.submit(as(giver), answersFor(world, giver, child, 'child'), newKey()),
  );
  expect(application).toMatchObject({
    state: 'approved',
    stateText: '已通过',
    decision: { outcome: 'approved' },
    member: { name: '样小禾', personNo: child.personNo, areaName: '马鞍山市' },
  });
  expect(application.checks.map((check) => [check.code, check.outcome])).toEqual([
    ['identity', 'passed'],
    ['kinship', 'passed'],
    ['insurance', 'passed'],
    ['giver', 'passed'],
    ['policy', 'passed'],
  ]);
  expect(application.timeline.map((step) => [step.kind, step.actor])).toEqual([
    ['submitted', 'person'],
    ['checked', 'system'],
    ['approved', 'system'],
  ]);
  expect(application.member.maskedIdNumber).toMatch(/^\d{3}\*{11}\d{3}[\dX]$/);
  const relations = value(await services.relation.list(as(giver)));
  expect(relations.given).toMatchObject([
    { relationId: application.relationId, state: 'active', relation: 'child', usedThisYearFen: 0 },
  ]);
  const received = value(await services.relation.list(as(child)));
  expect(received.received.map((relation) => relation.giver.name)).toEqual(['样明远']);
});

test('a member insured elsewhere in the province gets a row from what the registry answered', async () => {
  const { services } = world;
  expect(await services.person.find(childInHefei.personNo)).toBeUndefined();
  const application = value(
    await services.application.submit(as(giver), answersFor(world, giver, childInHefei, 'child'), newKey()),
  );
  expect(application).toMatchObject({ state: 'approved', member: { areaName: '合肥市' } });
  expect(await services.person.find(childInHefei.personNo)).toMatchObject({
    name: '样小苗',
    area: '340100',
    idNumber: childInHefei.idNumber,
    bornOn: '2019-02-03',
    scheme: 'resident',
  });
});

test('a kinship that the registry does not know goes to the agency, and the timeline says so', async () => {
  const { services } = world;
  const application = value(
    await services.application.submit(as(giver), answersFor(world, giver, fosterChild, 'child'), newKey()),
  );
  expect(application).toMatchObject({ state: 'in-review', relationId: null, decision: null });
  expect(application.timeline.map((step) => step.text)).toContain(
    '自动核验完成：登记信息里查不到关系，转人工审核。',
  );
  const queue = value(await services.review.queue(reviewer('340500'), 'team'));
  expect(queue.items).toMatchObject([{ applicationId: application.applicationId, unsureChecks: 1 }]);
});

test('the decision keeps the policy, what it was asked, and its reasons', async () => {
  const { rows } = await world.database.appPool.query(
    `select policy_id, policy_hash, inputs, trace, outcome from gongji.decision order by at limit 1`,
  );
  expect(rows[0]).toMatchObject({
    policy_id: '340500',
    outcome: 'eligible',
    inputs: { date: '2024-10-15', relation: 'child', giver: { area: '340500', balanceFen: 350000 } },
  });
  expect(rows[0]).toHaveProperty('policy_hash', expect.stringMatching(/^[0-9a-f]{64}$/));
  expect(rows[0]).toHaveProperty('trace.0.code');
});

test('the same key and content gets the same answer, other content is refused', async () => {
  const { services } = world;
  const twin = person({ name: '样小双', bornOn: '2016-05-06' });
  await world.settle(twin);
  world.registry.relate(giver, twin, 'child');
  const key = newKey();
  const answers = answersFor(world, giver, twin, 'child');
  const results = await Promise.all([
    services.application.submit(as(giver), answers, key),
    services.application.submit(as(giver), answers, key),
    services.application.submit(as(giver), answers, key),
  ]);
  const ids = new Set(results.map((result) => value(result).applicationId));
  expect(ids.size).toBe(1);
  const other = await services.application.submit(as(giver), { ...answers, relation: 'spouse' }, key);
  expect(codeOf(other)).toBe('key-reused');
});

test('the same member twice at once under two keys is bound once', async () => {
  const { services } = world;
  const mother = person({ name: '样秀兰', bornOn: '1955-01-02' });
  await world.settle(mother);
  world.registry.relate(giver, mother, 'parent');
  const answers = answersFor(world, giver, mother, 'parent');
  const results = await Promise.all(
    Array.from({ length: 4 }, () => services.application.submit(as(giver), answers, newKey())),
  );
  expect(results.map(codeOf).sort()).toEqual(['already-bound', 'already-bound', 'already-bound', 'ok']);
});

test('nobody reads the application of somebody else', async () => {
  const { services } = world;
  const [own] = value(await services.application.list(as(giver))).items;
  expect(codeOf(await services.application.get(as(child), own?.applicationId ?? ''))).toBe('not-found');
  expect(codeOf(await services.application.withdraw(as(child), own?.applicationId ?? '', newKey()))).toBe(
    'not-found',
  );
  expect(codeOf(await services.application.get(as(giver), own?.applicationId ?? ''))).toBe('ok');
});

test('a relation shows what was used under it this year, what came back taken off', async () => {
  const { services, database } = world;
  const use = (id: string, day: string, direction: string, fen: number) =>
    database.ownerPool.query(
      `insert into gongji.usage (usage_id, area, giver_no, member_no, purpose, place, place_area, at, business_date,
         direction, fen, parts, subject_kind, subject_id)
       values ($1, '340500', $2, $3, 'pharmacy', '样例药店', '340500', $4::date, $4::date, $5, $6, '[]', 'settlement', $1)`,
      [id, giver.personNo, child.personNo, day, direction, fen],
    );
  await use('u1', '2023-12-31', 'used', 70000);
  await use('u2', '2024-01-01', 'used', 1500);
  await use('u3', '2024-10-10', 'used', 2500);
  await use('u4', '2024-10-11', 'returned', 500);
  const usedOf = async (day: string) =>
    value(await services.relation.list(as(child, day))).received.map((relation) => relation.usedThisYearFen);
  expect(await usedOf('2024-10-15')).toEqual([3500]);
  expect(await usedOf('2023-12-31')).toEqual([70000]);
  expect(await usedOf('2025-01-01')).toEqual([0]);
});

test('ending a relation needs the notice, is done once, and deletes nothing', async () => {
  const { services, database } = world;
  const relations = value(await services.relation.list(as(giver)));
  const relation = relations.given.find((each) => each.member.name === '样小禾');
  const relationId = relation?.relationId ?? '';
  const noticeVersion = answersFor(world, giver, child, 'child').noticeVersion;
  const stranger = as(fosterChild);
  const accepted = { noticeVersion, accepted: true as const };
  expect(codeOf(await services.relation.end(stranger, relationId, accepted, newKey()))).toBe('not-found');
  const old = { noticeVersion: 'old', accepted: true as const };
  expect(codeOf(await services.relation.end(as(giver), relationId, old, newKey()))).toBe('notice-changed');
  const key = newKey();
  const ended = value(await services.relation.end(as(giver), relationId, accepted, key));
  expect(ended).toMatchObject({ state: 'ended', endedAt: '2024-10-15T10:30:00.000+08:00' });
  expect(value(await services.relation.end(as(giver), relationId, accepted, key))).toEqual(ended);
  expect(codeOf(await services.relation.end(as(giver), relationId, accepted, newKey()))).toBe(
    'state-changed',
  );
  const { rows } = await database.appPool.query('select state from gongji.relation where relation_id = $1', [
    relationId,
  ]);
  expect(rows).toEqual([{ state: 'ended' }]);
});

test('a member may leave, and may be bound again afterwards', async () => {
  const { services } = world;
  const received = value(await services.relation.list(as(childInHefei))).received;
  const noticeVersion = answersFor(world, giver, child, 'child').noticeVersion;
  const left = await services.relation.end(
    as(childInHefei),
    received[0]?.relationId ?? '',
    { noticeVersion, accepted: true },
    newKey(),
  );
  expect(value(left).state).toBe('ended');
  const again = await services.application.submit(
    as(giver),
    answersFor(world, giver, childInHefei, 'child'),
    newKey(),
  );
  expect(value(again).state).toBe('approved');
});
