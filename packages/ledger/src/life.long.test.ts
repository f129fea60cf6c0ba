// Random lives of accounts and holds against plain memory, for minutes.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { liveThrough } from './life.testing.ts';
import { openWorld } from './world.testing.ts';
import type { World } from './world.testing.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

it('answers holds in part, in doubt, late and expired, quotas, statuses and sealed days as plain memory does', async () => {
  const seen = await liveThrough(world.ledger, 2500);
  expect([...seen]).toEqual(
    expect.arrayContaining([
      ...['capture ok', 'capture exceeds-hold', 'late success', 'doubt ok', 'expire outcome-unknown'],
      ...['expire ok', 'expire not-yet-expired', 'quota ok', 'quota insufficient', 'reverse ok'],
      ...['post day-sealed', 'post frozen', 'set-status not-empty', 'set-status ok'],
    ]),
  );
  expect(await world.ledger.verify()).toMatchObject({ ok: true, problems: [] });
});
