// Risk: explained in lines; above the score two persons approve; together only clean cases, and never turned down so.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { employee, person } from '../../test/people.ts';
import { addStaff, area, openDesk, staff } from '../../test/review-cases.ts';
import type { Desk } from '../../test/review-cases.ts';
import { told } from '../../test/told.ts';
import { as, codeOf, newKey, openWorld, value } from '../../test/world.ts';
import type { World } from '../../test/world.ts';

let world: World;
let desk: Desk;
const decision = (choice: 'approve' | 'reject' | 'ask', reasonCode: string, seenVersion: number) => ({
  ...{ decision: choice, reasonCode, seenVersion, text: '' },
});
const proved = (seenVersion: number) => decision('approve', 'kinship-proved', seenVersion);

beforeAll(async () => {
  world = await openWorld();
  await addStaff(world, 'R1', 'R2', 'S1');
  desk = await openDesk(world);
});
afterAll(() => world.close());

const review = () => world.services.review;
const decide = async (staffNo: string, id: string, body: ReturnType<typeof decision>) => {
  const claimed = await review().claim(staff(staffNo), id);
  return claimed.ok ? review().decide(staff(staffNo), id, body, newKey()) : claimed;
};

/** The registry knows no kinship, and another giver asks for the same member at the same time: 25 + 20 points. */
async function risky() {
  const member = person({ name: '演同一人', area });
  const id = await desk.submit({ member, isKnownToRegistry: false });
  const other = await desk.submit({ member, isKnownToRegistry: false });
  return { id, other };
}

test('the score is the sum of its lines, and the duplicate is named', async () => {
  const { id, other } = await risky();
  const { risk, duplicates } = value(await review().get(staff('R1'), id));
  expect(risk).toEqual({
    score: 45,
    twoPersonsFrom: 40,
    lines: [
      { text: '登记信息里查不到双方的关系，需要人工核对。', points: 25 },
      { text: '同一使用人另有 1 件他人的申请正在办理', points: 20 },
    ],
  });
  expect(duplicates).toMatchObject([{ applicationId: other, text: '演授权也申请绑定（父母），正在审核' }]);
  const { risk: none } = value(await review().get(staff('R1'), await desk.submit()));
  expect(none).toMatchObject({ score: 0, lines: [] });
});

test('above the score the second person must be another one', async () => {
  const { id } = await risky();
  const first = value(await decide('R1', id, proved(2)));
  expect(first).toMatchObject({
    version: 3,
    application: { state: 'in-review' },
    proposal: { name: '演R1', isMine: true, reasonText: '登记查不到，材料能证明关系' },
    holder: null,
  });
  const seen = value(await world.services.application.get(as({ ...employeeOf(first) }), id));
  expect(seen.timeline.map((step) => step.kind)).not.toContain('approval-proposed');
  expect(codeOf(await decide('R1', id, proved(3)))).toBe('second-person-needed');
  const { items } = value(await review().queue(staff('R2'), 'team'));
  expect(items.find((item) => item.applicationId === id)).toMatchObject({ needsSecond: true });
  const second = value(await decide('R2', id, proved(3)));
  expect(second.application.state).toBe('approved');
  const kinds = (await told(world.database.appPool, id)).map(({ kind }) => kind);
  expect(kinds).toEqual(['application-approved', 'application-submitted']);
});

const employeeOf = ({ application }: { application: { giver: { personNo: string; area: string } } }) =>
  employee({ name: '演授权', ...application.giver });

test('what was asked after the first approval takes it back', async () => {
  const { id } = await risky();
  const first = value(await decide('R1', id, proved(2)));
  value(await decide('R2', id, decision('ask', 'photo-unclear', 3)));
  const giver = as(employeeOf(first));
  value(await world.services.application.supplement(giver, id, { text: '补了', photoIds: [] }, newKey()));
  const again = value(await review().get(staff('R2'), id));
  expect(again.proposal).toBeNull();
  expect(value(await decide('R2', id, proved(again.version)))).toMatchObject({
    application: { state: 'in-review' },
    proposal: { isMine: true },
  });
});

test('the second person may turn it down', async () => {
  const { id } = await risky();
  value(await decide('R1', id, proved(2)));
  const turnedDown = value(await decide('R2', id, decision('reject', 'kinship-not-proved', 3)));
  expect(turnedDown.application.state).toBe('rejected');
});

test('an earlier rejection of the same two is shown and counts', async () => {
  const giver = employee({ name: '演再来', area });
  const member = person({ name: '演又来', area });
  await world.settle(giver);
  const first = await desk.submit({ giver, member });
  value(await decide('R1', first, decision('reject', 'answers-differ', 2)));
  const { risk } = value(await review().get(staff('R2'), first));
  expect(risk.lines, 'a case’s own rejection is no finding').toEqual([]);
  const again = value(await review().get(staff('R1'), await desk.submit({ giver, member })));
  expect(again.earlierDecisions).toMatchObject([
    { applicationId: first, text: '已退回：填写内容与证件不符' },
  ]);
  expect(again.risk).toMatchObject({
    score: 20,
    lines: [{ text: '180 天内同样的两个人被退回过 1 次', points: 20 }],
  });
});

test('clean cases are approved together, the others are left alone with a sentence', async () => {
  const clean = [await desk.submit(), await desk.submit()];
  const unknown = await desk.submit({ isKnownToRegistry: false });
  const held = await desk.submit();
  value(await review().claim(staff('R2'), held));
  const stale = await desk.submit();
  const items = [...clean, unknown, held].map((applicationId) => ({ applicationId, seenVersion: 2 }));
  const body = { items: [...items, { applicationId: stale, seenVersion: 1 }] };
  const key = newKey();
  const answer = value(await review().approveClean(staff('R1'), body, key));
  expect(answer.items.map(({ isApproved, text }) => [isApproved, text])).toEqual([
    [true, ''],
    [true, ''],
    [false, '这件申请有需要人工核对的地方，不能批量通过。'],
    [false, '这件申请正由演R2办理。'],
    [false, '这件业务的状态刚刚发生了变化，本次没有办理。'],
  ]);
  const again = value(await review().approveClean(staff('R1'), body, key));
  expect(again.items.slice(0, 2).map((item) => item.isApproved)).toEqual([true, true]);
  const { application, holder } = value(await review().get(staff('R1'), unknown));
  expect([application.state, holder]).toEqual(['in-review', null]);
});

test('the sample is drawn by the case itself, looked at once, and by another person', async () => {
  const decided: string[] = [];
  let drawn: string[] = [];
  while (drawn.length === 0) {
    const id = await desk.submit();
    value(await decide('S1', id, decision('approve', 'materials-agree', 2)));
    decided.push(id);
    drawn = value(await review().queue(staff('S2', '2024-10-16', 'supervisor'), 'sample'))
      .items.map((item) => item.applicationId)
      .filter((each) => decided.includes(each));
  }
  const [id = ''] = drawn;
  const check = (staffNo: string, outcome: 'right' | 'wrong', text = '') =>
    review().checkQuality(staff(staffNo, '2024-10-16', 'supervisor'), id, { outcome, text }, newKey());
  expect(codeOf(await check('S1', 'right'))).toBe('own-decision');
  expect(codeOf(await check('S2', 'wrong'))).toBe('text-missing');
  const checked = value(await check('S2', 'wrong', '照片不是本人的'));
  expect(checked).toMatchObject({ isSampled: false });
  expect(checked.innerSteps[0]?.text).toBe('质量抽查：办理有误。照片不是本人的');
  expect(codeOf(await check('S2', 'right'))).toBe('not-sampled');
});
