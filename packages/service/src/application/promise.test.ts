// What the signed promise promises: kept as signed, shown to its giver and the area's reviewers only, never altered.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { employee, person } from '../../test/people.ts';
import { answersFor, as, codeOf, newKey, openWorld, reviewer, value } from '../../test/world.ts';
import type { World } from '../../test/world.ts';

let world: World;
const giver = employee({ name: '样明远' });
const child = person({ name: '样小禾', bornOn: '2017-05-01' });
const stranger = employee({ name: '样外人' });
const drawing = {
  width: 640,
  height: 220,
  lines: [[[1, 2] as [number, number], [30, 40] as [number, number]]],
};
let applicationId: string;

beforeAll(async () => {
  world = await openWorld();
  await world.settle(giver, child, stranger);
  const answers = answersFor(world, giver, child, 'child');
  const signed = { ...answers, promise: { ...answers.promise, drawing } };
  ({ applicationId } = value(await world.services.application.submit(as(giver), signed, newKey())));
});
afterAll(() => world.close());

it('is kept with text, number and signature', async () => {
  const promise = value(await world.services.application.promise(as(giver), applicationId));
  expect(promise).toMatchObject({ signedName: '样明远', drawing, relation: 'child', areaName: '马鞍山市' });
  expect(promise.number).toMatch(/^CN34050020241015[0-9A-Z_-]+$/);
  expect(promise.paragraphs.length).toBeGreaterThan(0);
  expect(promise.member.name).toBe('样小禾');
});

it('is shown to the giver and to reviewers of the area, to nobody else', async () => {
  const read = (context: Parameters<World['services']['application']['promise']>[0]) =>
    world.services.application.promise(context, applicationId);
  expect(codeOf(await read(reviewer('340500')))).toBe('ok');
  expect(codeOf(await read(reviewer('211200')))).toBe('not-found');
  expect(codeOf(await read(as(stranger)))).toBe('not-found');
});

it('can be altered by nobody', async () => {
  for (const change of [`update gongji.signed_promise set number = 'x'`, 'delete from gongji.signed_promise'])
    await expect(world.database.appPool.query(change)).rejects.toThrow('permission denied');
});
