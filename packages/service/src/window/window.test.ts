// Promises of the window: nothing is done for a person without what they signed, and everything says who did it for whom.
import type { StaffRole } from '@gongji/contract';
import { areaInfo } from '@gongji/policy';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { employee, person } from '../../test/people.ts';
import { answersFor, as, codeOf, newKey, on, openWorld, value } from '../../test/world.ts';
import type { World } from '../../test/world.ts';

const area = '340500';
const day = '2024-10-15';
let world: World;
const giver = employee({ name: '样明远', area });
const other = employee({ name: '样他人', area });
const child = person({ name: '样小禾', area });
const son = person({ name: '样小麦', area });
const elsewhere = employee({ name: '演国栋', area: '211200' });
const drawing = { width: 10, height: 10, lines: [[[1, 1] as [number, number], [9, 9] as [number, number]]] };
const pad = { on: 'pad' as const, drawing };

const clerk = (staffNo = 'W1', role: StaffRole = 'window-clerk') =>
  on(day, { kind: 'staff', staffNo, role, area, institutionCode: null });

beforeAll(async () => {
  world = await openWorld();
  await world.settle(giver, other, child, son, elsewhere);
  world.registry.relate(giver, child, 'child');
  world.registry.relate(giver, son, 'child');
  await world.services.person.importStaff([{ staffNo: 'W1', name: '演窗口', role: 'window-clerk', area }]);
});
afterAll(() => world.close());

const noticeVersion = () => areaInfo(world.library, area, day)?.documents.notice.version ?? '';
const actions = async (subjectId: string) => {
  const { rows } = await world.database.ownerPool.query<{
    kind: string;
    actor: string;
    channel: string;
    payload: Record<string, unknown>;
  }>(
    `select kind, actor_kind || ':' || actor_id as actor, channel, payload from gongji.action
     where subject_id = $1 order by seq`,
    [subjectId],
  );
  return rows;
};
const consents = async () => {
  const { rows } = await world.database.ownerPool.query<{ n: number }>(
    'select count(*)::int as n from gongji.window_consent',
  );
  return rows[0]?.n ?? 0;
};

test('a person of the area is found by number, nobody of another area; both searches are on record', async () => {
  const { window } = world.services;
  expect(value(await window.find(clerk(), giver.idNumber)).person).toMatchObject({ name: giver.name });
  expect(value(await window.find(clerk(), giver.personNo)).person?.personNo).toBe(giver.personNo);
  expect(value(await window.find(clerk(), elsewhere.idNumber)).person).toBeNull();
  expect(codeOf(await window.desk(clerk(), elsewhere.personNo))).toBe('not-found');
  const { rows } = await world.database.ownerPool.query<{ of: string | null }>(
    `select payload ->> 'of' as of from gongji.action where subject_kind = 'sight' and kind = 'searched' order by record_no`,
  );
  expect(rows.map((row) => row.of)).toEqual([`person/${giver.personNo}`, `person/${giver.personNo}`, null]);
});

test('a binding at the window is the clerk’s action for the person, with what was signed', async () => {
  const { window, relation, application } = world.services;
  const key = newKey();
  const body = { application: answersFor(world, giver, child, 'child'), signature: pad };
  const bound = value(await window.bind(clerk(), giver.personNo, body, key));
  expect(bound.state).toBe('approved');
  expect(value(await window.bind(clerk(), giver.personNo, body, key))).toEqual(bound);
  expect(await consents()).toBe(1);
  const [submitted, checked] = await actions(bound.applicationId);
  expect(submitted).toMatchObject({ kind: 'submitted', actor: 'staff:W1', channel: 'window' });
  expect(submitted?.payload).toMatchObject({ forPerson: giver.personNo });
  expect(checked?.actor).toBe('system:automatic-checks');
  const [signed] = await actions(String(submitted?.payload['consentId']));
  expect(signed).toMatchObject({ kind: 'signed-bind', payload: { forPerson: giver.personNo, on: 'pad' } });
  expect(value(await relation.list(as(giver))).given).toHaveLength(1);
  const promise = value(await application.promise(clerk(), bound.applicationId));
  expect(promise.drawing).toEqual(drawing);
  const view = value(await world.services.record.get(clerk(), 'application', bound.applicationId));
  expect(view.history.at(-1)?.by).toBe(`演窗口 W1，代 ${giver.name} ${giver.personNo}`);
});

test('the same key for another person is another request', async () => {
  const { window } = world.services;
  const key = newKey();
  const relationOf = async () => value(await window.desk(clerk(), giver.personNo)).relations.given[0];
  const relationId = (await relationOf())?.relationId ?? '';
  const body = { noticeVersion: noticeVersion(), accepted: true as const, signature: pad };
  expect(codeOf(await window.end(clerk(), other.personNo, relationId, body, key))).toBe('not-found');
  expect(value(await window.end(clerk(), giver.personNo, relationId, body, key)).state).toBe('ended');
  const ended = (await actions(relationId)).at(-1);
  expect(ended).toMatchObject({ kind: 'ended', actor: 'staff:W1', channel: 'window' });
  expect(ended?.payload).toMatchObject({ by: 'giver', forPerson: giver.personNo });
});

test('paper that was signed counts when its scan is the person’s, and only then', async () => {
  const { window } = world.services;
  const scan = await sharp({ create: { width: 30, height: 30, channels: 3, background: '#fff' } })
    .png()
    .toBuffer();
  const foreign = value(await window.addPhoto(clerk(), other.personNo, scan));
  const own = value(await window.addPhoto(clerk(), giver.personNo, scan));
  const application = answersFor(world, giver, son, 'child');
  const on = (photoId: string) => ({ application, signature: { on: 'paper' as const, photoId } });
  const before = await consents();
  expect(codeOf(await window.bind(clerk(), giver.personNo, on(foreign.photoId), newKey()))).toBe(
    'photo-unknown',
  );
  expect(await consents()).toBe(before);
  expect(value(await window.bind(clerk(), giver.personNo, on(own.photoId), newKey())).state).toBe('approved');
});

test('what the person’s own call would refuse is refused at the window too', async () => {
  const { window } = world.services;
  const again = { application: answersFor(world, giver, son, 'child'), signature: pad };
  expect(codeOf(await window.bind(clerk(), giver.personNo, again, newKey()))).toBe('already-bound');
  const pay = { quoteId: 'quo_nothing', cashForShortfall: false, signature: pad };
  expect(codeOf(await window.payPremium(clerk(), giver.personNo, pay, newKey()))).toBe('not-found');
});

test('nobody changes what was signed, and it stands nowhere in plain words', async () => {
  for (const sql of ['delete from gongji.window_consent', `update gongji.window_consent set what = 'end'`]) {
    await expect(world.database.appPool.query(sql)).rejects.toThrow(/permission denied/);
  }
  const { rows } = await world.database.ownerPool.query<{ plain: Buffer }>(
    `select convert_to(c::text, 'UTF8') as plain from gongji.window_consent c`,
  );
  for (const { plain } of rows) expect(plain.includes(child.name)).toBe(false);
  expect(await world.services.verifyRecords()).toEqual([]);
});
