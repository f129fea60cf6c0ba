// What a process remembers of the book never answers wrongly: others write it, days are sealed, keys come again, servers restart.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createLedger } from './index.ts';
import { area, hospital, move, nextKey, openWorld, stamp } from './world.testing.ts';
import type { World } from './world.testing.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

it('money that another process took meanwhile is not given out again', async () => {
  const account = await world.funded(100);
  await world.posted(move(account, hospital, 10));
  const other = createLedger({ pool: world.database.appPool });
  const post = { type: 'post', ...stamp, key: nextKey(), legs: move(account, hospital, 90) } as const;
  expect(await other.submit(post)).toMatchObject({ ok: true });
  expect(await world.post(move(account, hospital, 1))).toMatchObject({
    reason: 'insufficient',
    availableFen: 0,
  });
  await other.close();
});

it('a key that was answered by another process, or before a restart, is answered again and not done again', async () => {
  const account = await world.funded(100);
  const post = { type: 'post', ...stamp, key: nextKey(), legs: move(account, hospital, 60) } as const;
  const answer = await world.ledger.submit(post);
  const restarted = createLedger({ pool: world.database.appPool });
  await restarted.submit({ ...post, key: nextKey(), legs: move(account, hospital, 1) });
  expect(await restarted.submit(post)).toEqual(answer);
  expect(await world.figures(account)).toEqual([39, 0]);
  await restarted.close();
});

it('a day that was sealed while it was remembered as open takes nothing', async () => {
  const account = await world.funded(100);
  await world.posted(move(account, hospital, 1));
  const other = createLedger({ pool: world.database.appPool });
  await other.sealDay(area, stamp.businessDate);
  expect(await world.post(move(account, hospital, 1))).toMatchObject({ reason: 'day-sealed' });
  expect(await world.ledger.verify()).toMatchObject({ ok: true });
  await other.close();
});
