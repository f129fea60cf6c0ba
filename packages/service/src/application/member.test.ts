// A fictional city that lets the member agree first: nothing holds until they do, and they may decline.
import { loadLibrary } from '@gongji/policy';
import { readPolicyTexts } from '@gongji/policy/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { employee, person } from '../../test/people.ts';
import { told } from '../../test/told.ts';
import { answersFor, as, codeOf, newKey, openWorld, reviewer, value } from '../../test/world.ts';
import type { World } from '../../test/world.ts';
import type { PersonImport } from '../index.ts';

const area = '349900';
let world: World;
const giver = employee({ name: '虚明远', area });

/** Maanshan's rules under another name and number, with the option of this test. */
function fictionalCity() {
  const texts = readPolicyTexts();
  const own = texts.find(({ path }) => path.endsWith('340500-maanshan.yaml'))?.text ?? '';
  const limit = '    memberLimit: notRecorded\n';
  const text = own
    .replace("id: '340500'", `id: '${area}'`)
    .replace('name: 马鞍山市', 'name: 虚构市')
    .replace(limit, `${limit}    options: { memberConfirms: { confirms: true, source: ours } }\n`);
  const loaded = loadLibrary([...texts, { path: `areas/${area}-test.yaml`, text }]);
  if (!loaded.ok) throw new Error(loaded.errors.map(({ message }) => message).join('\n'));
  return loaded.library;
}

beforeAll(async () => {
  world = await openWorld({ library: fictionalCity() });
  await world.settle(giver);
});
afterAll(() => world.close());

const now = (who: PersonImport, day = '2024-12-16') => as(who, day);
const calls = () => world.services.application;
const answer = (who: PersonImport, id: string, choice: 'confirm' | 'decline', key = newKey()) =>
  calls().answerMember(now(who), id, { answer: choice }, key);
const stateOf = async (id: string) => value(await calls().get(now(giver), id)).state;
const given = async (who: PersonImport) =>
  value(await world.services.relation.list(now(who))).given.filter(({ state }) => state === 'active');

async function asked(
  name: string,
  how: { bornOn?: string; relation?: 'parent' | 'child' | 'sibling'; known?: boolean } = {},
) {
  const { bornOn = '1958-03-01', relation = 'parent', known = true } = how;
  const member = person({ name, area, bornOn });
  world.registry.add(member);
  if (known) world.registry.relate(giver, member, relation);
  const answers = answersFor(world, giver, member, relation);
  const application = value(await calls().submit(now(giver), answers, newKey()));
  return { member, answers, application, id: application.applicationId };
}

test('an adult member is asked, and nothing is bound meanwhile', async () => {
  const before = (await given(giver)).length;
  const { member, answers, application, id } = await asked('虚桂芬');
  expect(application).toMatchObject({ state: 'awaiting-member', stateText: '待家人确认', relationId: null });
  expect(application.timeline.map(({ kind }) => kind)).toEqual(['submitted', 'checked', 'member-asked']);
  expect(await given(giver)).toHaveLength(before);
  const { items } = value(await calls().memberRequests(now(member)));
  expect(items).toMatchObject([{ applicationId: id, giver: { name: '虚明远' }, relation: 'parent' }]);
  expect(items[0]?.giver.maskedIdNumber).not.toBe(giver.idNumber);
  expect(value(await calls().memberRequests(now(giver))).items).toEqual([]);
  expect(await told(world.database.appPool, id)).toEqual([
    { kind: 'application-submitted', personNo: giver.personNo },
    { kind: 'member-asked', personNo: member.personNo },
  ]);
  expect(codeOf(await calls().submit(now(giver), answers, newKey()))).toBe('application-open');
});

test('agreeing binds at once where the checks decide, once, and tells the giver', async () => {
  const { member, id } = await asked('虚同意');
  const key = newKey();
  const twins = await Promise.all([answer(member, id, 'confirm', key), answer(member, id, 'confirm', key)]);
  expect(twins.map(value)).toEqual([{ outcome: 'approved' }, { outcome: 'approved' }]);
  expect(await stateOf(id)).toBe('approved');
  expect((await given(giver)).filter(({ member: bound }) => bound.personNo === member.personNo)).toHaveLength(
    1,
  );
  const approved = { kind: 'application-approved', personNo: giver.personNo };
  expect(await told(world.database.appPool, id)).toContainEqual(approved);
  expect(codeOf(await answer(member, id, 'decline'))).toBe('state-changed');
  expect(value(await calls().memberRequests(now(member))).items).toEqual([]);
});

test('declining ends it, and the giver may ask again', async () => {
  const { member, answers, id } = await asked('虚不要');
  expect(value(await answer(member, id, 'decline'))).toEqual({ outcome: 'declined' });
  const seen = value(await calls().get(now(giver), id));
  expect(seen).toMatchObject({ state: 'declined', relationId: null });
  expect(seen.timeline.at(-1)).toMatchObject({ kind: 'member-declined', text: '家人没有同意，申请结束。' });
  expect(codeOf(await answer(member, id, 'confirm'))).toBe('state-changed');
  const again = value(await calls().submit(now(giver), answers, newKey()));
  expect(again.state).toBe('awaiting-member');
});

test('only the member answers, and not what the giver took back', async () => {
  const { member, id } = await asked('虚本人');
  const stranger = person({ name: '虚路人', area });
  await world.settle(stranger);
  for (const other of [giver, stranger]) expect(codeOf(await answer(other, id, 'confirm'))).toBe('not-found');
  value(await calls().withdraw(now(giver), id, newKey()));
  expect(codeOf(await answer(member, id, 'confirm'))).toBe('state-changed');
});

test('what the registry does not know goes to a reviewer after the member agreed, with the clock from that day', async () => {
  const { member, id } = await asked('虚待核', { known: false });
  expect(codeOf(await world.services.review.claim(reviewer(area, '2024-12-16'), id))).toBe('state-changed');
  const later = now(member, '2024-12-18');
  expect(value(await calls().answerMember(later, id, { answer: 'confirm' }, newKey()))).toEqual({
    outcome: 'in-review',
  });
  const seen = value(await calls().get(now(giver, '2024-12-18'), id));
  // Five working days after Wednesday the 18th.
  expect(seen).toMatchObject({ state: 'in-review', expectedOn: '2024-12-25' });
  const shown = value(await world.services.review.get(reviewer(area, '2024-12-18'), id));
  expect(shown.due.on).toBe('2024-12-25');
});

test('a giver who may not bind any more is not bound by an agreement, and nothing is written', async () => {
  const { member, id } = await asked('虚迟到');
  const change = (status: string) =>
    world.database.ownerPool.query('update gongji.person set status = $2 where person_no = $1', [
      giver.personNo,
      status,
    ]);
  await change('suspended');
  expect(codeOf(await answer(member, id, 'confirm'))).toBe('confirmation-blocked');
  await change('normal');
  const seen = value(await calls().get(now(giver), id));
  expect([seen.state, seen.timeline.at(-1)?.kind]).toEqual(['awaiting-member', 'member-asked']);
});

test('a parent binds a minor child without being asked; another’s minor goes to the agency', async () => {
  const own = await asked('虚小禾', { bornOn: '2017-05-01', relation: 'child' });
  expect(own.application.state).toBe('approved');
  const other = await asked('虚小弟', { bornOn: '2010-05-01', relation: 'sibling' });
  expect(other.application.state).toBe('in-review');
  const grown = await asked('虚成年', { bornOn: '2006-12-16', relation: 'child' });
  expect(grown.application.state).toBe('awaiting-member');
});

test('the records hold', async () => {
  expect(await world.services.verifyRecords()).toEqual([]);
});
