// Promises of the policy desk: checked, seen by a second person, published for good, in force from its day, derived again by hash.
import type { PolicyDraft, PolicyDraftMark } from '@gongji/contract';
import { premium } from '@gongji/policy';
import type { PolicyLibrary } from '@gongji/policy';
import { readPolicyFiles } from '@gongji/policy/node';
import { addPremiumYear } from '@gongji/policy/tools';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { codeOf, newKey, on, openWorld, value } from '../../test/world.ts';
import type { World } from '../../test/world.ts';
import { libraryOf, openPolicyShelf } from '../index.ts';
import type { Context } from '../index.ts';

const area = '340500';
const start = '2026-08-30';
/** Later than the files on the disk. */
const firstVersion = '2026-11-22.2';
let today = start;
let world: World;

type Role = Extract<Context['actor'], { kind: 'staff' }>['role'];
const staff = (staffNo: string, role: Role, of = area): Context =>
  on(today, { kind: 'staff', staffNo, role, area: of, institutionCode: null });
const officer = (staffNo = 'P1') => staff(staffNo, 'policy-officer');
const supervisor = (of = area) => staff('V1', 'supervisor', of);
const reason = '按年度缴费通知办理';

beforeAll(async () => {
  world = await openWorld({ today: () => today });
});
afterAll(() => world.close());

const desk = () => world.services.policyDesk;
const seen = async (draftId: string): Promise<PolicyDraft> => value(await desk().get(officer(), draftId));
const begun = async (who = officer()): Promise<PolicyDraft> =>
  seen(value(await desk().create(who, { title: '下一年度缴费' }, newKey())).draftId);
const save = (draft: PolicyDraft, text: string, casesText = draft.casesText, who = officer()) =>
  desk().save(who, draft.draftId, { text, casesText, seenVersion: draft.version }, newKey());

/** The text with the coverage year's premium. */
function withPremium(draft: PolicyDraft, coverageYear: number, ordinary: number) {
  const unknown = { 'minimum-living': null, 'returned-to-poverty': null, monitored: null };
  const answer = addPremiumYear(draft.text, draft.casesText, area, {
    ...{ coverageYear, firstDay: `${coverageYear - 1}-09-10`, lastDay: `${coverageYear - 1}-12-31` },
    amounts: {
      ...{ ordinary, destitute: 0, 'severely-disabled': 0, orphan: 0, 'lonely-elderly': 0 },
      ...unknown,
    },
    subsidyFen: null,
    source: {
      ...{ title: '年度缴费的通知', documentNumber: '', url: '', grade: 'official', checkedOn: start },
    },
  });
  if (!answer.ok) return expect.fail(answer.message);
  return answer;
}

const submit = ({ draftId, version }: PolicyDraftMark, effectiveFrom = today, who = officer()) =>
  desk().step(who, draftId, { step: 'submit', effectiveFrom, reason, seenVersion: version }, newKey());
const judge = (
  { draftId, version }: PolicyDraftMark,
  judgement: 'approve' | 'return' = 'approve',
  who = supervisor(),
) => desk().judge(who, draftId, { judgement, reason, seenVersion: version }, newKey());
const publish = ({ draftId, version }: PolicyDraftMark, who = officer()) =>
  desk().step(who, draftId, { step: 'publish', reason, seenVersion: version }, newKey());

/** Drafted, submitted, approved. */
async function approved(coverageYear: number, ordinary: number, effectiveFrom: string) {
  const draft = await begun();
  const { text, casesText } = withPremium(draft, coverageYear, ordinary);
  const saved = value(await save(draft, text, casesText));
  return value(await judge(value(await submit(saved, effectiveFrom))));
}

const ask = (library: PolicyLibrary, coverageYear: number) =>
  premium(library, {
    ...{ area, coverageYear, payDate: `${coverageYear - 1}-10-01` },
    member: { group: 'ordinary', insuredPriorYears: true },
    history: { missedYears: 0, repairedYears: 0 },
  });

describe('a version that was published', () => {
  test('answers from its day on and not before, in every process, and old answers are derived again', async () => {
    const otherProcess = await openPolicyShelf(world.database.appPool, readPolicyFiles(), () => today);
    const before = ask(world.library, 2026);
    value(await publish(await approved(2027, 43000, '2026-09-10')));
    await otherProcess.refresh();
    for (const library of [world.library, otherProcess.library]) {
      today = '2026-09-09';
      expect(ask(library, 2027)).toMatchObject({ ok: false });
      today = '2026-09-10';
      expect(ask(library, 2027)).toMatchObject({ ok: true, value: { premiumFen: 43000 } });
    }
    const after = ask(world.library, 2026);
    today = start;
    if (!before.ok || !after.ok) return expect.fail('the premium of 2026 is recorded');
    expect(after.value.policy.hash).not.toBe(before.value.policy.hash);
    expect(after.value.policy.version).toBe(firstVersion);
    for (const answer of [before, after]) {
      const stored = await libraryOf(world.database.appPool, area, answer.value.policy.hash);
      expect(stored && ask(stored, 2026)).toEqual(answer);
    }
    expect(await libraryOf(world.database.appPool, area, '0'.repeat(64))).toBeUndefined();
  });

  test('can be changed or removed by nobody of the application', async () => {
    for (const role of ['gongji_app', 'gongji_staff']) {
      for (const sql of [
        `update gongji.policy_version set text = ''`,
        'delete from gongji.policy_version',
        `update gongji.policy_content set files = '{}'`,
        'delete from gongji.policy_content',
      ]) {
        const client = await world.database.appPool.connect();
        try {
          await client.query('begin');
          await client.query(`set local role ${role}`);
          await expect(client.query(sql)).rejects.toThrow(/permission denied/);
        } finally {
          await client.query('rollback');
          client.release();
        }
      }
    }
  });

  test('stands in the list with who approved and who published it, and its draft takes no more changes', async () => {
    const { versions, drafts } = value(await desk().desk(officer(), today));
    expect(versions[0]).toMatchObject({ version: firstVersion, effectiveFrom: '2026-09-10' });
    expect(versions[0]).toMatchObject({ approvedBy: 'V1', publishedBy: 'P1' });
    const mark = drafts.find(({ draftId }) => draftId === versions[0]?.draftId);
    const draft = await seen(mark?.draftId ?? '');
    expect(draft.state).toBe('published');
    expect(draft.history.map(({ text }) => text.split('，')[0])).toEqual([
      ...['公布政策', '批准政策草稿', '提交政策草稿', '修改政策草稿', '起草政策'],
    ]);
    expect(codeOf(await save(draft, draft.text))).toBe('state-changed');
  });

  test('is what the next draft begins from, and never from an earlier day', async () => {
    const draft = await begun();
    expect(draft.text).toContain('coverageYear: 2027');
    expect(draft.text).toContain(`version: '2026-11-22.3'`);
    expect(codeOf(await submit(draft, '2026-09-09'))).toBe('policy-day-wrong');
    expect(codeOf(await submit(draft, '2026-08-29'))).toBe('policy-day-wrong');
    expect(codeOf(await submit(draft, '2026-09-10'))).toBe('ok');
  });

  test('outdates every draft that began before it', async () => {
    const draft = await begun();
    const other = await approved(2028, 44000, '2026-09-11');
    const third = await approved(2029, 45000, '2026-09-11');
    value(await publish(other));
    expect((await seen(draft.draftId)).isOutdated).toBe(true);
    expect(codeOf(await submit(draft, '2026-09-12'))).toBe('policy-base-changed');
    expect(codeOf(await publish(third))).toBe('policy-base-changed');
  });
});

describe('a draft', () => {
  test('is kept as it is while it is wrong, and is not submitted', async () => {
    const draft = await begun();
    const wrong = draft.text.replace('fen: 40000', 'fen: 400');
    const saved = value(await save(draft, wrong));
    expect((await seen(draft.draftId)).text).toBe(wrong);
    const refused = await submit(saved, '2026-12-01');
    expect(refused).toMatchObject({ ok: false, code: 'policy-text-wrong' });
    expect(JSON.stringify(refused)).toContain('policies/areas/340500-maanshan.yaml');
  });

  test('whose worked case does not hold is not submitted', async () => {
    const draft = await begun();
    const saved = value(await save(draft, draft.text.replace('fen: 20000,', 'fen: 21000,')));
    expect(await submit(saved, '2026-12-01')).toMatchObject({
      ...{ ok: false, code: 'policy-text-wrong' },
      details: { what: expect.stringContaining('2025 monitored') as string },
    });
  });

  test('needs a version of its own', async () => {
    const draft = await begun();
    const old = draft.text.replace(/^version: .*$/m, `version: '${firstVersion}'`);
    const saved = value(await save(draft, old));
    expect(codeOf(await submit(saved, '2026-12-01'))).toBe('policy-version-taken');
  });

  test('is approved by nobody who wrote any of it, and by nobody twice', async () => {
    const draft = await begun();
    const saved = value(await save(draft, draft.text, draft.casesText, officer('P2')));
    const submitted = value(await submit(saved, '2026-12-01', officer('P3')));
    for (const writer of ['P1', 'P2', 'P3']) {
      expect(codeOf(await judge(submitted, 'approve', officer(writer)))).toBe('policy-own-work');
    }
    expect(codeOf(await publish(submitted))).toBe('state-changed');
    const agreed = value(await judge(submitted, 'approve', officer('P4')));
    expect(codeOf(await judge(agreed))).toBe('state-changed');
  });

  test('that is returned can be changed and submitted again; one that is withdrawn is over', async () => {
    const draft = await begun();
    const returned = value(await judge(value(await submit(draft, '2026-12-01')), 'return'));
    expect(returned.state).toBe('draft');
    const again = value(await submit(returned, '2026-12-02'));
    const over = { step: 'withdraw', reason, seenVersion: again.version } as const;
    expect(value(await desk().step(officer(), again.draftId, over, newKey())).state).toBe('withdrawn');
    expect(codeOf(await submit({ ...again, version: again.version + 1 }, '2026-12-02'))).toBe(
      'state-changed',
    );
  });

  test('of another area is not there, and the same call twice begins one', async () => {
    const key = newKey();
    const body = { title: '只起草一次' };
    const first = value(await desk().create(officer(), body, key));
    expect(value(await desk().create(officer(), body, key))).toEqual(first);
    const elsewhere = staff('P9', 'policy-officer', '211200');
    expect(codeOf(await desk().get(elsewhere, first.draftId))).toBe('not-found');
    expect(codeOf(await judge(first, 'approve', supervisor('211200')))).toBe('not-found');
  });
});

test('figures in force stand with their sources, and those not checked for half a year are listed', async () => {
  today = '2027-06-30';
  const { figures, stale, policy } = value(await desk().desk(officer(), '2025-03-01'));
  expect(policy?.id).toBe(area);
  const ordinary = figures.find(({ field }) => field === 'premium.2025.amounts.ordinary.fen');
  expect(ordinary).toMatchObject({ text: '400.00 元', source: { grade: 'official' } });
  expect(stale.map(({ source }) => source.title)).toContain(
    '马鞍山市2025年度城乡居民基本医疗保险参保缴费公告',
  );
  expect(stale.every(({ source, days }) => source.grade !== 'ours' && days >= 183)).toBe(true);
  expect(codeOf(await desk().desk(officer(), '2025-02-30'))).toBe('day-wrong');
  expect(value(await desk().desk(officer(), '2000-01-01')).policy).toBeNull();
  today = start;
});

test('every step is on a chain that holds', async () => {
  expect(await world.services.verifyRecords()).toEqual([]);
});
