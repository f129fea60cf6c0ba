// The queues: who sees what where, in which order, and what the clock says.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { employee } from '../../test/people.ts';
import { addStaff, area, openDesk, staff } from '../../test/review-cases.ts';
import type { Desk } from '../../test/review-cases.ts';
import { as, newKey, openWorld, takeAndDecide, value } from '../../test/world.ts';
import type { World } from '../../test/world.ts';

let world: World;
let desk: Desk;
beforeAll(async () => {
  world = await openWorld();
  await addStaff(world, 'R1', 'R2');
  desk = await openDesk(world);
});
afterAll(() => world.close());

const ids = async (queue: 'mine' | 'team' | 'due-soon' | 'waiting-for-citizen' | 'decided', day: string) =>
  value(await world.services.review.queue(staff('R1', day), queue)).items.map((item) => item.applicationId);

test('what is due first stands first, waiting for the citizen stops the clock, and each queue counts', async () => {
  const giver = employee({ name: '演等补', area });
  await world.settle(giver);
  const late = await desk.submit({ day: '2024-10-14' });
  const asked = await desk.submit({ day: '2024-10-10', giver });
  const early = await desk.submit({ day: '2024-10-11' });
  expect(await ids('team', '2024-10-14')).toEqual([asked, early, late]);
  const ask = { decision: 'ask', reasonCode: 'photo-unclear', text: '', seenVersion: 2 } as const;
  value(await takeAndDecide(world, staff('R1', '2024-10-14'), asked, ask, newKey()));
  expect(await ids('team', '2024-10-14')).toEqual([early, late]);
  expect(await ids('waiting-for-citizen', '2024-10-14')).toEqual([asked]);
  // Two working days were used before the question (11 and 12 October, a worked Saturday, then 14): two are left.
  const supplement = { text: '补了', photoIds: [] };
  value(await world.services.application.supplement(as(giver, '2024-10-28'), asked, supplement, newKey()));
  const { items } = value(await world.services.review.queue(staff('R1', '2024-10-28'), 'team'));
  expect(items.map(({ applicationId, due }) => [applicationId, due.on, due.workingDaysLeft])).toEqual([
    [early, '2024-10-17', -7],
    [late, '2024-10-21', -5],
    [asked, '2024-10-30', 2],
  ]);
  expect(await ids('due-soon', '2024-10-28')).toEqual([early, late]);
  expect(await ids('due-soon', '2024-10-29')).toEqual([early, late, asked]);
  value(await world.services.review.claim(staff('R1', '2024-10-28'), late));
  expect(await ids('mine', '2024-10-28')).toEqual([late]);
  const { counts } = value(await world.services.review.queue(staff('R2', '2024-10-28'), 'mine'));
  expect(counts).toEqual({
    ...{ mine: 0, team: 3, 'due-soon': 2, 'waiting-for-citizen': 0, escalated: 0, sample: 0, decided: 0 },
  });
  const approve = { decision: 'approve', reasonCode: 'materials-agree', text: '', seenVersion: 2 } as const;
  value(await takeAndDecide(world, staff('R1', '2024-10-28'), late, approve, newKey()));
  expect(await ids('decided', '2024-10-28')).toEqual([late]);
});
