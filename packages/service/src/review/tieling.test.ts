// Tieling: checks are recorded, then a reviewer of the area decides.
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { employee, person } from '../../test/people.ts';
import { told } from '../../test/told.ts';
import {
  answersFor,
  as,
  codeOf,
  newKey,
  openWorld,
  reviewer,
  submitWithPhotos,
  takeAndDecide,
  value,
} from '../../test/world.ts';
import type { World } from '../../test/world.ts';

let world: World;
let photo: Buffer;
const area = '211200';
const giver = employee({ name: '演国栋', area });

beforeAll(async () => {
  world = await openWorld();
  await world.settle(giver);
  photo = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#aa8855' } })
    .jpeg()
    .toBuffer();
});
afterAll(() => world.close());

async function submitted(name: string) {
  const member = person({ name, area });
  world.registry.add(member);
  world.registry.relate(giver, member, 'parent');
  return { member, application: await submitWithPhotos(world, giver, member, 'parent', photo) };
}

const decision = (
  choice: 'approve' | 'reject' | 'ask',
  reasonCode: string,
  seenVersion: number,
  text = '',
) => ({
  ...{ decision: choice, reasonCode, seenVersion, text },
});

test('an application waits for the reviewer with its checks, comparison and photos', async () => {
  const { application } = await submitted('演桂芬');
  expect(application).toMatchObject({ state: 'in-review', relationId: null, member: { personNo: '' } });
  const found = value(await world.services.review.get(reviewer(area), application.applicationId));
  expect(found.version).toBe(2);
  expect(found.application.photos).toHaveLength(3);
  expect(found.comparison.map((line) => [line.label, line.outcome])).toEqual([
    ['姓名', 'same'],
    ['出生日期', 'same'],
    ['与授权人的关系', 'same'],
    ['参保地', 'same'],
    ['参保状态', 'same'],
  ]);
  const shown = await world.services.photo.read(reviewer(area), found.application.photos[0]?.photoId ?? '');
  expect(value(shown).mediaType).toBe('image/jpeg');
  const sentences = ({ checks, timeline }: typeof application) =>
    [...checks, ...timeline].map(({ text }) => text).join('');
  expect(sentences(application)).toContain('您签署承诺书');
  expect(sentences(found.application)).toContain('授权人签署承诺书');
  expect(sentences(found.application), 'staff are not the giver').not.toMatch(/您|你们/);
});

test('approval opens the relation, makes the member known, and tells the giver by message', async () => {
  const { services, messages } = world;
  const { member, application } = await submitted('演老先');
  const body = decision('approve', 'materials-agree', 2);
  const key = newKey();
  const decided = value(await takeAndDecide(world, reviewer(area), application.applicationId, body, key));
  expect(decided.application).toMatchObject({
    state: 'approved',
    decision: { outcome: 'approved', reasonText: '材料齐全，与登记信息一致，审核通过。' },
    member: { personNo: member.personNo },
  });
  expect(decided.giverRelations.map((relation) => relation.memberName)).toContain('演老先');
  expect(await services.person.find(member.personNo)).toMatchObject({ name: '演老先', phone: member.phone });
  const again = await takeAndDecide(world, reviewer(area), application.applicationId, body, key);
  expect(value(again)).toEqual(decided);
  expect(await told(world.database.appPool, application.applicationId)).toEqual([
    { kind: 'application-approved', personNo: giver.personNo },
    { kind: 'application-submitted', personNo: giver.personNo },
  ]);
  await services.notice.sendDue(new Date('2030-01-10T12:00:00+08:00'));
  expect(messages.filter(({ phone }) => phone === giver.phone).map(({ text }) => text)).toContain(
    '【共济】您的家庭成员绑定申请已通过，请登录查看。',
  );
});

test('rejection says why and what to do, and the member can be applied for again', async () => {
  const { services } = world;
  const { member, application } = await submitted('演退回');
  const id = application.applicationId;
  const body = decision('reject', 'other-reject', 2, '户口簿上没有这位家人。');
  value(await takeAndDecide(world, reviewer(area), id, body, newKey()));
  const seen = value(await services.application.get(as(giver), id));
  expect(seen.state).toBe('rejected');
  expect(seen.decision?.reasonText).toBe('这次申请没有通过。户口簿上没有这位家人。');
  expect(seen.decision?.remedyText).toMatch(/重新申请/);
  const photoIds = seen.photos.map((each) => each.photoId);
  const answers = answersFor(world, giver, member, 'parent', photoIds);
  expect(value(await services.application.submit(as(giver), answers, newKey())).state).toBe('in-review');
});

test('more is asked for, supplemented, and then decided', async () => {
  const { services } = world;
  const { application } = await submitted('演补充');
  const id = application.applicationId;
  const asked = decision('ask', 'photo-unclear', 2);
  value(await takeAndDecide(world, reviewer(area), id, asked, newKey()));
  const seen = value(await services.application.get(as(giver), id));
  expect(seen).toMatchObject({
    state: 'more-requested',
    requestText: '有照片看不清楚，请在光线好的地方重新拍摄，四角都要拍到。',
  });
  const empty = { text: '', photoIds: [] };
  expect(codeOf(await services.application.supplement(as(giver), id, empty, newKey()))).toBe('text-missing');
  const better = value(await services.photo.add(as(giver), photo));
  const body = { text: '重新拍了。', photoIds: [better.photoId] };
  const key = newKey();
  const supplemented = value(await services.application.supplement(as(giver), id, body, key));
  expect(supplemented).toMatchObject({ state: 'in-review', requestText: null });
  expect(supplemented.photos).toHaveLength(4);
  expect(value(await services.application.supplement(as(giver), id, body, key))).toEqual(supplemented);
  const approved = decision('approve', 'kinship-proved', 4);
  const decided = value(await takeAndDecide(world, reviewer(area), id, approved, newKey()));
  expect(decided.application.timeline.map((step) => step.kind)).toEqual([
    'submitted',
    'checked',
    'sent-to-review',
    'more-requested',
    'supplemented',
    'approved',
  ]);
});

test('a decision on what was not seen, out of its state, or without a reason is refused', async () => {
  const { services } = world;
  const { application } = await submitted('演先后');
  const id = application.applicationId;
  const decide = (body: ReturnType<typeof decision>) =>
    takeAndDecide(world, reviewer(area), id, body, newKey());
  expect(codeOf(await decide(decision('approve', 'materials-agree', 1)))).toBe('state-changed');
  expect(codeOf(await decide(decision('approve', 'photo-unclear', 2)))).toBe('reason-unknown');
  expect(codeOf(await decide(decision('ask', 'other-ask', 2)))).toBe('text-missing');
  expect(codeOf(await services.application.withdraw(as(giver), id, newKey()))).toBe('ok');
  expect(codeOf(await decide(decision('approve', 'materials-agree', 3)))).toBe('state-changed');
  expect(codeOf(await services.application.withdraw(as(giver), id, newKey()))).toBe('state-changed');
});

test('two reviewers at once: one decides, the other is told that the case is no more theirs', async () => {
  const { application } = await submitted('演同时');
  const results = await Promise.all([
    takeAndDecide(
      world,
      reviewer(area),
      application.applicationId,
      decision('approve', 'materials-agree', 2),
      newKey(),
    ),
    takeAndDecide(
      world,
      reviewer(area),
      application.applicationId,
      decision('reject', 'answers-differ', 2),
      newKey(),
    ),
  ]);
  expect(results.map(codeOf).sort()).toEqual(['claim-missing', 'ok']);
});

test('approval checks again what can have changed: the giver, the list of relatives, what is bound', async () => {
  const { services, database } = world;
  const { member, application } = await submitted('演变化');
  const id = application.applicationId;
  const approve = () =>
    takeAndDecide(world, reviewer(area), id, decision('approve', 'materials-agree', 2), newKey());
  const setStatus = (status: string) =>
    database.ownerPool.query('update gongji.person set status = $2 where person_no = $1', [
      giver.personNo,
      status,
    ]);
  await setStatus('suspended');
  expect(await approve()).toMatchObject({ code: 'approval-blocked', details: { code: 'giver-suspended' } });
  await setStatus('normal');
  await world.settle(member);
  await services.relation.importBound(
    [{ giverNo: giver.personNo, memberNo: member.personNo, relation: 'parent' }],
    new Date('2024-10-16T08:00:00+08:00'),
  );
  expect(codeOf(await approve())).toBe('already-bound');
  expect(value(await services.application.get(as(giver), id)).state).toBe('in-review');
});

test('whoever is no reviewer is refused, and a full number is shown only against a recorded reason', async () => {
  const { services, database } = world;
  const { member, application } = await submitted('演查看');
  const id = application.applicationId;
  const cashier = reviewer(area);
  const actor = { ...cashier.actor, role: 'cashier' } as typeof cashier.actor;
  expect(codeOf(await services.review.queue({ ...cashier, actor }, 'team'))).toBe('not-allowed');
  expect(codeOf(await services.review.queue(as(giver), 'team'))).toBe('not-allowed');
  const revealed = value(await services.review.reveal(reviewer(area), id, { reason: '核对户口簿原件' }));
  expect(revealed).toEqual({ memberIdNumber: member.idNumber, giverIdNumber: giver.idNumber });
  const { rows } = await database.appPool.query(
    `select actor_id, payload, sealed_enc is not null as sealed from gongji.action
     where subject_id = $1 and kind = 'revealed'`,
    [id],
  );
  expect(rows).toEqual([{ actor_id: 'R211200', payload: {}, sealed: true }]);
  const seen = value(await services.application.get(as(giver), id));
  expect(seen.timeline.map((step) => step.kind)).not.toContain('revealed');
});
