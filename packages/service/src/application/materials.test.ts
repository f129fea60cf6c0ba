// What a photo shows: a named material of the relation, kept with the application and read by the agency.
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { employee, person } from '../../test/people.ts';
import { answersFor, as, newKey, openWorld, reviewer, takeAndDecide, value } from '../../test/world.ts';
import type { World } from '../../test/world.ts';

const area = '211200';
let world: World;
const giver = employee({ name: '演国栋', area });
const parent = person({ name: '演桂芬', area });
const spouse = person({ name: '演淑华', area });
let ids: string[];

beforeAll(async () => {
  world = await openWorld();
  await world.settle(giver);
  world.registry.add(parent, spouse);
  world.registry.relate(giver, parent, 'parent');
  world.registry.relate(giver, spouse, 'spouse');
  const picture = await sharp({ create: { width: 30, height: 20, channels: 3, background: '#aa8855' } })
    .jpeg()
    .toBuffer();
  ids = [];
  for (let count = 0; count < 3; count += 1)
    ids.push(value(await world.services.photo.add(as(giver), picture)).photoId);
});
afterAll(() => world.close());

const submit = (member: typeof parent, relation: 'parent' | 'spouse', materials: string[]) => {
  const photos = materials.map((material, at) => ({ photoId: ids[at] ?? '', material }));
  const answers = { ...answersFor(world, giver, member, relation), photos };
  return world.services.application.submit(as(giver), answers, newKey());
};

test('a material that has no photo is named, however many photos there are', async () => {
  const twice = ['giver-identity', 'giver-identity', 'member-identity'];
  expect(await submit(parent, 'parent', twice)).toMatchObject({
    code: 'photo-missing',
    details: { what: '关系证明（居民户口簿）', count: 1 },
  });
});

test('one photo counts for one material only', async () => {
  const photos = ['giver-identity', 'member-identity', 'kinship-proof'].map((material) => ({
    photoId: ids[0] ?? '',
    material,
  }));
  const answers = { ...answersFor(world, giver, parent, 'parent'), photos };
  const result = await world.services.application.submit(as(giver), answers, newKey());
  expect(result).toMatchObject({ code: 'photo-missing', details: { count: 2 } });
});

test('a photo of a material that this relation does not ask for is refused', async () => {
  const ofSpouse = ['giver-identity', 'member-identity', 'marriage-proof'];
  expect(await submit(parent, 'parent', ofSpouse)).toMatchObject({ code: 'photo-material-unknown' });
});

test('the agency reads what each photo shows, what was asked for afterwards too, and the giver by when it decides', async () => {
  const application = value(
    await submit(spouse, 'spouse', ['giver-identity', 'member-identity', 'marriage-proof']),
  );
  const names = ['绑定人的身份证', '被绑定人的身份证或户口簿页', '关系证明（结婚证或居民户口簿）'];
  expect(application.photos.map(({ name }) => name)).toEqual(names);
  // Tuesday the 15th and five working days.
  expect(application).toMatchObject({ expectedOn: '2024-10-22', reviewWorkingDays: 5 });
  const { applicationId } = application;
  const ask = { decision: 'ask', reasonCode: 'photo-unclear', text: '', seenVersion: 2 } as const;
  const asked = value(await takeAndDecide(world, reviewer(area, '2024-10-17'), applicationId, ask, newKey()));
  expect(asked.application).toMatchObject({ expectedOn: null });

  const picture = await sharp({ create: { width: 30, height: 20, channels: 3, background: '#0055aa' } })
    .png()
    .toBuffer();
  const { photoId } = value(await world.services.photo.add(as(giver), picture));
  const later = as(giver, '2024-10-21');
  const sent = { text: '', photoIds: [photoId] };
  const supplemented = value(
    await world.services.application.supplement(later, applicationId, sent, newKey()),
  );
  // Two of five days were used up when the citizen was asked.
  expect(supplemented.expectedOn).toBe('2024-10-24');
  const seen = value(await world.services.review.get(reviewer(area), applicationId));
  expect(seen.application.photos.map(({ name }) => name)).toEqual([...names, '补充材料']);
});
