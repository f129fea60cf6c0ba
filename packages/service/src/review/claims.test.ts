// Claims: one of many wins, the lease falls back, a supervisor recalls with a reason, every write looks again.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addStaff, area, openDesk, staff } from '../../test/review-cases.ts';
import type { Desk } from '../../test/review-cases.ts';
import { codeOf, newKey, openWorld, value } from '../../test/world.ts';
import type { World } from '../../test/world.ts';

let world: World;
let desk: Desk;
const day = '2024-10-16';
const lead = staff('S1', day, 'supervisor');
const approve = { decision: 'approve', reasonCode: 'materials-agree', text: '', seenVersion: 2 } as const;

beforeAll(async () => {
  world = await openWorld();
  await addStaff(world, 'R1', 'R2', 'R3', 'S1');
  desk = await openDesk(world);
});
afterAll(() => world.close());

const review = () => world.services.review;
const expire = (id: string) =>
  world.database.ownerPool.query(
    `update gongji.review_claim set expires_at = now() - interval '1 second' where application_id = $1`,
    [id],
  );
const take = async (context = staff('R1')) =>
  value(await review().take(context, 'team', newKey())).applicationId;

test('many who take at the same moment get different cases, and nobody gets one twice', async () => {
  const ids = await Promise.all(Array.from({ length: 6 }, () => desk.submit()));
  const reviewers = Array.from({ length: 9 }, (_, at) => staff(`T${at}`));
  const taken = await Promise.all(reviewers.map((context) => take(context)));
  const got = taken.filter((id) => id !== null);
  expect(new Set(got).size).toBe(got.length);
  expect(got.toSorted()).toEqual(ids.toSorted());
  for (const [at, id] of taken.entries()) if (id) value(await review().release(reviewers[at]!, id));
  for (const id of ids) {
    value(await review().claim(staff('R1'), id));
    value(await review().decide(staff('R1'), id, approve, newKey()));
  }
});

test('of two who claim one case one wins, and the other reads who has it', async () => {
  const id = await desk.submit();
  const outcomes = await Promise.all(['R1', 'R2'].map((each) => review().claim(staff(each), id)));
  expect(outcomes.map(codeOf).toSorted()).toEqual(['claim-held', 'ok']);
  const winner = outcomes[0]?.ok ? 'R1' : 'R2';
  expect(outcomes.find((each) => !each.ok)).toMatchObject({ details: { name: `演${winner}` } });
  const loser = winner === 'R1' ? 'R2' : 'R1';
  expect(codeOf(await review().decide(staff(loser), id, approve, newKey()))).toBe('claim-missing');
  value(await review().decide(staff(winner), id, approve, newKey()));
});

test('the own claim is taken up again before a new case is taken', async () => {
  const [first, second] = [await desk.submit(), await desk.submit()];
  value(await review().claim(staff('R1'), second));
  expect(await take()).toBe(second);
  value(await review().release(staff('R1'), second));
  value(await review().claim(staff('R1'), first));
  value(await review().release(staff('R1'), first));
  for (const id of [first, second]) {
    value(await review().claim(staff('R1'), id));
    value(await review().decide(staff('R1'), id, approve, newKey()));
  }
});

test('a lease that is not renewed falls back; what the old holder writes then is refused', async () => {
  const id = await desk.submit();
  const claim = value(await review().claim(staff('R1'), id));
  expect(claim).toMatchObject({ holder: { staffNo: 'R1', isMine: true }, secondsLeft: 300 });
  await expire(id);
  expect(codeOf(await review().renew(staff('R1'), id))).toBe('claim-missing');
  expect(codeOf(await review().decide(staff('R1'), id, approve, newKey()))).toBe('claim-missing');
  expect(codeOf(await review().escalate(staff('R1'), id, { reason: '看不懂' }, newKey()))).toBe(
    'claim-missing',
  );
  expect(await take(staff('R2'))).toBe(id);
  value(await review().decide(staff('R2'), id, approve, newKey()));
});

test('a sign of life keeps the claim', async () => {
  const id = await desk.submit();
  value(await review().claim(staff('R1'), id));
  await world.database.ownerPool.query(
    `update gongji.review_claim set expires_at = now() + interval '5 seconds' where application_id = $1`,
    [id],
  );
  expect(value(await review().renew(staff('R1'), id)).secondsLeft).toBe(300);
  expect(codeOf(await review().renew(staff('R2'), id))).toBe('claim-missing');
  value(await review().decide(staff('R1'), id, approve, newKey()));
});

test('a supervisor takes a case back, and the reason stays with it', async () => {
  const id = await desk.submit();
  value(await review().claim(staff('R1'), id));
  expect(codeOf(await review().recall(staff('R2'), id, { reason: '我来办' }))).toBe('not-allowed');
  value(await review().recall(lead, id, { reason: '今天请假' }));
  expect(codeOf(await review().recall(lead, id, { reason: '再收一次' }))).toBe('state-changed');
  expect(codeOf(await review().decide(staff('R1'), id, approve, newKey()))).toBe('claim-missing');
  const { innerSteps, holder } = value(await review().get(staff('R2'), id));
  expect(holder).toBeNull();
  expect(innerSteps.map(({ text, by }) => [text, by])).toEqual([
    ['收回演R1领取的申请。今天请假', '演S1'],
    ['领取。', '演R1'],
  ]);
  value(await review().claim(staff('R2'), id));
  value(await review().decide(staff('R2'), id, approve, newKey()));
});

test('an escalated case is the supervisors’', async () => {
  const id = await desk.submit();
  value(await review().claim(staff('R1'), id));
  const shown = value(await review().escalate(staff('R1'), id, { reason: '两份户口簿不一致' }, newKey()));
  expect(shown).toMatchObject({ holder: null, escalation: { name: '演R1', reason: '两份户口簿不一致' } });
  expect(codeOf(await review().claim(staff('R2'), id))).toBe('review-escalated');
  expect(await take(staff('R2'))).toBeNull();
  const { counts, items } = value(await review().queue(lead, 'escalated'));
  expect(counts).toMatchObject({ escalated: 1, team: 0 });
  expect(items).toMatchObject([{ applicationId: id, isEscalated: true, isClean: false }]);
  expect(value(await review().take(lead, 'escalated', newKey())).applicationId).toBe(id);
  value(await review().decide(lead, id, approve, newKey()));
});

test('a case of another area can’t be claimed', async () => {
  const id = await desk.submit();
  const other = { ...staff('R9'), actor: { ...lead.actor, area: '340500' } } as typeof lead;
  expect(codeOf(await review().claim(other, id))).toBe('not-found');
  expect(codeOf(await review().recall(other, id, { reason: '越区' }))).toBe('not-found');
  const { rows } = await world.database.ownerPool.query<{ area: string }>(
    'select distinct area from gongji.review_claim',
  );
  expect(rows.filter((row) => row.area !== area)).toEqual([]);
});

test('the records hold', async () => {
  expect(await world.services.verifyRecords()).toEqual([]);
});
