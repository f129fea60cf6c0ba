// The limit of ten members in Tieling holds when many come at once.
import sharp from 'sharp';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { employee, person } from '../../test/people.ts';
import {
  answersFor,
  as,
  codeOf,
  newKey,
  openWorld,
  reviewer,
  value,
  takeAndDecide,
} from '../../test/world.ts';
import type { World } from '../../test/world.ts';
import type { PersonImport } from '../index.ts';

const area = '211200';
let world: World;
let giver: PersonImport;
let photoIds: string[];

beforeEach(async () => {
  world = await openWorld();
  giver = employee({ name: '试广厚', area });
  await world.settle(giver);
  const photo = await sharp({ create: { width: 20, height: 20, channels: 3, background: '#345' } })
    .webp()
    .toBuffer();
  photoIds = [];
  for (let count = 0; count < 3; count += 1) {
    photoIds.push(value(await world.services.photo.add(as(giver), photo)).photoId);
  }
});
afterEach(() => world.close());

async function bind(count: number) {
  const members = Array.from({ length: count }, (_, place) => person({ name: `试${place}`, area }));
  await world.settle(...members);
  const relations = members.map(({ personNo }) => ({
    giverNo: giver.personNo,
    memberNo: personNo,
    relation: 'child' as const,
    boundOn: '2024-03-01',
  }));
  await world.services.relation.importBound(relations, new Date('2024-10-01T09:00:00+08:00'));
  return relations;
}

function submit(name: string) {
  const member = person({ name, area });
  world.registry.add(member);
  world.registry.relate(giver, member, 'child');
  const answers = answersFor(world, giver, member, 'child', photoIds);
  return world.services.application.submit(as(giver), answers, newKey());
}

const approve = (applicationId: string) =>
  takeAndDecide(
    world,
    reviewer(area),
    applicationId,
    { decision: 'approve', reasonCode: 'materials-agree', text: '', seenVersion: 2 },
    newKey(),
  );

test('the eleventh member is refused with the number and the limit', async () => {
  await bind(10);
  expect(await submit('试十一')).toMatchObject({
    code: 'member-limit-reached',
    details: { count: 10, limit: 10 },
  });
});

test('the tenth and the eleventh submitted at once: one is taken', async () => {
  await bind(9);
  const results = await Promise.all([submit('试甲'), submit('试乙'), submit('试丙')]);
  expect(results.map(codeOf).sort()).toEqual(['member-limit-reached', 'member-limit-reached', 'ok']);
});

test('the tenth and the eleventh approved at once: one is bound, the other is told why not', async () => {
  await bind(8);
  const first = value(await submit('试甲'));
  const second = value(await submit('试乙'));
  const late = await bind(1);
  expect(late).toHaveLength(1);
  const results = await Promise.all([approve(first.applicationId), approve(second.applicationId)]);
  expect(results.map(codeOf).sort()).toEqual(['approval-blocked', 'ok']);
  const { rows } = await world.database.appPool.query<{ active: number }>(
    `select count(*)::int as active from gongji.relation where giver_no = $1 and state = 'active'`,
    [giver.personNo],
  );
  expect(rows).toEqual([{ active: 10 }]);
});

test('opening relations are imported once, also after one of them was ended', async () => {
  const relations = await bind(2);
  const at = new Date('2024-10-02T09:00:00+08:00');
  const given = async () => value(await world.services.relation.list(as(giver))).given;
  const [first] = await given();
  const { noticeVersion } = answersFor(world, giver, giver, 'child');
  value(
    await world.services.relation.end(
      as(giver),
      first?.relationId ?? '',
      { noticeVersion, accepted: true },
      newKey(),
    ),
  );
  await world.services.relation.importBound(relations, at);
  expect((await given()).map((relation) => [relation.state, relation.since])).toEqual([
    ['active', '2024-03-01T09:00:00.000+08:00'],
    ['ended', '2024-03-01T09:00:00.000+08:00'],
  ]);
});
