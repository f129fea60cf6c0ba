// Random messages never break the gateway: 10000 of them.
import { expect, test } from 'vitest';
import { sendRandomMessages } from '../../test/hospital-fuzz.ts';
import { openHospitalWorld } from '../../test/hospital-world.ts';

test('10000 random messages get no server error, no silence and move no money', async () => {
  const world = await openHospitalWorld();
  try {
    await sendRandomMessages(world, 10000);
    expect((await world.ledger.verify()).problems).toEqual([]);
  } finally {
    await world.close();
  }
}, 600_000);
