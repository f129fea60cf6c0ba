// Promises of the records: staff find what is theirs to see, every look is on record, and nothing of another area shows.
import sharp from 'sharp';
import type { RecordView, StaffRole } from '@gongji/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { employee, person } from '../../test/people.ts';
import {
  answersFor,
  as,
  codeOf,
  newKey,
  on,
  openWorld,
  reviewer,
  submitWithPhotos,
  takeAndDecide,
  value,
} from '../../test/world.ts';
import type { World } from '../../test/world.ts';

let world: World;
const giver = employee({ name: '演国栋', area: '211200' });
const mother = person({ name: '演桂芬', area: '211200' });
const maanshan = employee({ name: '样明远', area: '340500' });
const child = person({ name: '样小禾', area: '340500' });
let applicationId: string;
let relationId: string;

const staff = (role: StaffRole, area = '211200', staffNo = `S-${role}`, day = '2024-10-17') =>
  on(day, { kind: 'staff', staffNo, role, area, institutionCode: null });
const auditor = staff('auditor');

beforeAll(async () => {
  world = await openWorld();
  const { services, registry } = world;
  await world.settle(giver, mother, maanshan, child);
  registry.relate(giver, mother, 'parent');
  registry.relate(maanshan, child, 'child');
  await services.person.importStaff([
    { staffNo: 'S-auditor', name: '演稽核', role: 'auditor', area: '211200' },
  ]);
  const photo = await sharp({ create: { width: 30, height: 30, channels: 3, background: '#888' } })
    .jpeg()
    .toBuffer();
  ({ applicationId } = await submitWithPhotos(world, giver, mother, 'parent', photo));
  const body = { decision: 'approve', reasonCode: 'materials-agree', text: '', seenVersion: 2 } as const;
  value(await takeAndDecide(world, reviewer('211200'), applicationId, body, newKey()));
  const relations = value(await services.relation.list(as(giver)));
  relationId = relations.given[0]?.relationId ?? '';
  const control = {
    ...{ limitPaymentFen: 20_000, limitYearFen: null, purposes: ['outpatient' as const] },
    ...{ usableFrom: null, usableTo: null, seenVersion: 1 },
  };
  value(await services.relation.changeControl(as(giver, '2024-10-17'), relationId, control, newKey()));
  value(
    await services.application.submit(as(maanshan), answersFor(world, maanshan, child, 'child'), newKey()),
  );
});
afterAll(() => world.close());

const find = async (query: string, by = auditor) =>
  value(await world.services.record.find(by, query)).items.map(({ kind, id }) => `${kind}/${id}`);
const get = async (kind: string, id: string, by = auditor): Promise<RecordView> =>
  value(await world.services.record.get(by, kind, id));

describe('a record', () => {
  test('is found by identity number, person number, id and promise number', async () => {
    const promise = value(await world.services.application.promise(as(giver), applicationId));
    expect(await find(giver.idNumber)).toEqual([`person/${giver.personNo}`]);
    expect(await find(giver.idNumber.toLowerCase())).toEqual([`person/${giver.personNo}`]);
    expect(await find(giver.personNo)).toEqual([`person/${giver.personNo}`]);
    expect(await find(relationId)).toEqual([`relation/${relationId}`]);
    expect(await find(applicationId)).toEqual([`application/${applicationId}`]);
    expect(await find(promise.number)).toEqual([`application/${applicationId}`]);
  });

  test('of another area is neither found nor opened', async () => {
    expect(await find(maanshan.idNumber)).toEqual([]);
    expect(await find(maanshan.personNo)).toEqual([]);
    const { record } = world.services;
    expect(codeOf(await record.get(auditor, 'person', maanshan.personNo))).toBe('not-found');
    expect(codeOf(await record.reveal(auditor, maanshan.personNo, { reason: '核对' }))).toBe('not-found');
    const elsewhere = staff('auditor', '340500');
    for (const [kind, id] of [
      ['relation', relationId],
      ['application', applicationId],
      ['person', giver.personNo],
      ['staff', 'S-auditor'],
    ] as const) {
      expect(codeOf(await record.get(elsewhere, kind, id))).toBe('not-found');
    }
  });

  test('of a person shows insurance, account and what belongs to them, with numbers masked', async () => {
    const view = await get('person', giver.personNo);
    expect(view).toMatchObject({ kind: 'person', title: giver.name, state: '正常参保' });
    expect(view.related.map(({ kind }) => kind)).toEqual(['relation', 'application']);
    expect(view.account?.parts.map(({ partYear, netFen }) => [partYear, netFen])).toEqual([
      [2023, 286000],
      [2024, 64000],
    ]);
    expect(view.account?.lines.map(({ text, amountFen }) => [text, amountFen])).toEqual(
      expect.arrayContaining([['期初导入', 286000]]),
    );
    const text = JSON.stringify(view);
    for (const secret of [giver.idNumber, giver.phone, mother.idNumber]) expect(text).not.toContain(secret);
  });

  test('tells its history as actions, with what was before and after', async () => {
    const { history } = await get('relation', relationId);
    expect(history.map(({ text }) => text)).toEqual(['修改使用设置', '建立共济关系']);
    expect(history[0]?.changes).toEqual([
      { label: '单次上限', before: '不限', after: '200.00 元' },
      { label: '可用的用途', before: '门诊就医、药店购药、缴城乡居民医保费', after: '门诊就医' },
    ]);
    expect(history[0]?.by).toBe(`参保人 ${giver.name} ${giver.personNo}`);
  });

  test('tells who looked at it, once for ten minutes, and why a number was shown', async () => {
    const clerk = staff('window-clerk');
    for (let times = 0; times < 3; times += 1) await get('person', mother.personNo, clerk);
    const shown = value(
      await world.services.record.reveal(auditor, mother.personNo, { reason: '来电核实身份' }),
    );
    expect(shown).toEqual({ idNumber: mother.idNumber, phone: mother.phone });
    const { sights } = await get('person', mother.personNo);
    expect(sights.map(({ text, by, reason }) => [text, by, reason]).toSorted()).toEqual(
      [
        ['查看完整证件号和手机号', '演稽核 S-auditor', '来电核实身份'],
        ['查阅', '演稽核 S-auditor', null],
        ['查阅', 'S-window-clerk', null],
      ].toSorted(),
    );
  });
});

describe('the audit', () => {
  const span = { from: '2024-10-01', to: '2024-10-31', kind: 'all', by: '', about: '' } as const;
  const search = async (change: object = {}) =>
    value(await world.services.audit.search(auditor, { ...span, ...change }));

  test('finds what was done, by whom and about what', async () => {
    const about = (await search({ about: relationId, kind: 'did' })).items;
    expect(about.map(({ text }) => text)).toEqual(['修改使用设置', '建立共济关系']);
    const reviewed = (await search({ by: 'R211200', kind: 'did' })).items;
    expect(reviewed.map(({ text }) => text)).toContain('通过');
    expect(reviewed.every(({ by }) => by.includes('R211200'))).toBe(true);
  });

  test('finds who saw what, and searches that found nothing with what was typed', async () => {
    const seen = (await search({ about: `person/${mother.personNo}`, kind: 'saw' })).items;
    expect(seen.map(({ text }) => text)).toContain('查看完整证件号和手机号');
    const nothing = (await search({ kind: 'saw' })).items.filter(({ about }) => about === '没有找到');
    expect(nothing.map(({ words }) => words)).toContain(maanshan.idNumber);
  });

  test('shows nothing of another area', async () => {
    const items = (await search()).items;
    expect(items.length).toBeGreaterThan(5);
    const found = items.map((item) => ({ ...item, words: null }));
    expect(JSON.stringify(found)).not.toContain(maanshan.personNo);
  });

  test('goes through everything page by page, sign-ins among it, each entry once', async () => {
    const at = new Date('2024-10-16T02:30:00Z');
    world.signedIn.push(
      ...Array.from({ length: 70 }, (_, index) => ({
        ...{ signInId: index + 1, at, kind: 'staff' as const, subjectNo: 'S-auditor' },
      })),
    );
    const ids: string[] = [];
    const instants: string[] = [];
    let before: string | null | undefined;
    while (before !== null) {
      const page = await search(before === undefined ? {} : { before });
      ids.push(...page.items.map(({ entryId }) => entryId));
      instants.push(...page.items.map(({ at: when }) => when));
      before = page.nextBefore;
    }
    const { rows } = await world.database.ownerPool.query<{ n: number }>(
      `select count(*)::int as n from gongji.action where area = '211200'`,
    );
    expect(ids).toHaveLength((rows[0]?.n ?? 0) + 70);
    expect(new Set(ids).size).toBe(ids.length);
    expect(instants).toEqual(instants.toSorted().toReversed());
    expect((await search({ kind: 'signed-in' })).items[0]).toMatchObject({ text: '登录', about: '' });
  });

  test('refuses a span that is too long or the wrong way round, and a cursor that nobody gave out', async () => {
    const { audit } = world.services;
    const ask = async (change: object) => codeOf(await audit.search(auditor, { ...span, ...change }));
    expect(await ask({ from: '2020-01-01' })).toBe('audit-span-wrong');
    expect(await ask({ from: '2024-11-01' })).toBe('audit-span-wrong');
    expect(await ask({ before: 'x|y|z' })).toBe('bad-request');
  });

  test('goes into a file in which no cell is a formula, and the export is on record', async () => {
    const { csv, rows, isCut } = value(await world.services.audit.export(auditor, span));
    expect(rows).toBeGreaterThan(70);
    expect(isCut).toBe(false);
    expect(csv.startsWith('\uFEFF时间,类别,事项')).toBe(true);
    expect(csv).not.toMatch(/(^|,)"?[=+@-]/m);
    const last = (await search({ kind: 'saw' })).items.find(({ text }) => text === '导出稽核记录');
    expect(last?.words).toContain('2024-10-01 至 2024-10-31');
  });
});

describe('the check of the records', () => {
  const ended = async () => {
    const { audit } = world.services;
    value(await audit.verify(auditor));
    for (;;) {
      const now = value(await audit.verification(auditor));
      if (now.state !== 'running') return now;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };

  test('finds nothing wrong in what was written, and tells what it looked at', async () => {
    await world.services.audit.seal(new Date('2024-10-17T11:00:00+08:00'));
    const now = await ended();
    expect(now).toMatchObject({ state: 'done', problems: [], seals: { count: 1 } });
    expect(now.seals.lastRoot).toMatch(/^[0-9a-f]{64}$/);
    expect(now.records).toBeGreaterThan(10);
    expect(now.books?.journals).toBeGreaterThan(0);
  });

  test('finds a look that somebody with the database in hand has removed', async () => {
    const { ownerPool } = world.database;
    await ownerPool.query(`delete from gongji.action where subject_kind = 'sight' and kind = 'revealed'`);
    const { state, problems } = await ended();
    expect(state).toBe('done');
    expect(problems.map(({ text }) => text)).toContain('封存过的记录少了');
  });
});
