// Promises of institutions and their keys: two keys while one takes over, secrets sealed, every step on record, own area only.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { InstitutionImport } from '../index.ts';
import { codeOf, newKey, on, openWorld, value } from '../../test/world.ts';
import type { World } from '../../test/world.ts';

const area = '211200';
const hospital: InstitutionImport = {
  ...{ code: 'H21120000001', name: '示例铁岭市中心医院', kind: 'hospital', level: 3, area },
  ...{ accessKey: 'AK', secret: 'SK' },
};
const administrator = (of = area) =>
  on('2024-10-15', {
    kind: 'staff',
    staffNo: `A${of}`,
    role: 'administrator',
    area: of,
    institutionCode: null,
  });
const reason = '按接入协议办理';

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await world.services.person.importInstitutions([
    hospital,
    { ...hospital, code: 'H34050000001', area: '340500', accessKey: 'AK-OTHER' },
  ]);
});
afterAll(() => world.close());

const holder = async (accessKey: string) =>
  (await world.services.person.institutionByAccessKey(accessKey))?.code;
const get = async (code: string) =>
  value(await world.services.institution.get(administrator(), code)).institution;
const create = async (code: string) =>
  value(
    await world.services.institution.create(
      administrator(),
      { code, name: '新接入医院', level: 2, reason },
      newKey(),
    ),
  );

test('an imported institution has its key, and its secret opens', async () => {
  expect(await world.services.person.institutionByAccessKey('AK')).toMatchObject({
    ...{ code: hospital.code, secret: 'SK', state: 'open', cainfo: 'optional', sm2PublicKey: null },
  });
});

test('a new institution gets a key that works, and its secret is nowhere in the database', async () => {
  const made = await create('H21120000101');
  expect(made.institution.keys.map((key) => key.accessKey)).toEqual([made.accessKey]);
  const found = await world.services.person.institutionByAccessKey(made.accessKey);
  expect(found?.secret).toBe(made.secret);
  const { rows } = await world.database.ownerPool.query<{ text: string }>(
    `select k::text as text from gongji.institution_key k union all select r::text from gongji.request r
     union all select a::text from gongji.action a`,
  );
  const hidden = [made.secret, Buffer.from(made.secret).toString('hex')];
  expect(rows.some(({ text }) => hidden.some((form) => text.includes(form)))).toBe(false);
});

test('the same call again gives the same key, and creates no second one', async () => {
  const key = newKey();
  const body = { code: 'H21120000102', name: '新接入医院', level: 2 as const, reason };
  const first = value(await world.services.institution.create(administrator(), body, key));
  expect(value(await world.services.institution.create(administrator(), body, key))).toEqual(first);
  expect(codeOf(await world.services.institution.create(administrator(), body, newKey()))).toBe(
    'institution-code-taken',
  );
});

test('a code of another area, a hospital without a level and a pharmacy with one are refused', async () => {
  const tried = async (code: string, level: 1 | null) =>
    codeOf(
      await world.services.institution.create(
        administrator(),
        { code, name: '新接入医院', level, reason },
        newKey(),
      ),
    );
  expect(await tried('H34050000109', 1)).toBe('institution-code-wrong');
  expect(await tried('H21120000109', null)).toBe('institution-code-wrong');
  expect(await tried('P21120000109', 1)).toBe('institution-code-wrong');
  expect(await tried('P21120000109', null)).toBe('ok');
});

test('while a key takes over, both are valid; afterwards only the new one', async () => {
  const { institution, accessKey: first } = await create('H21120000103');
  const { accessKey: second, institution: after } = value(
    await world.services.institution.makeKey(
      administrator(),
      institution.code,
      { overlapHours: 24, reason, seenVersion: institution.version },
      newKey(),
    ),
  );
  expect([await holder(first), await holder(second)]).toEqual([institution.code, institution.code]);
  expect(after.keys.map((key) => key.validUntil === null)).toEqual([true, false]);
  const third = await world.services.institution.makeKey(
    administrator(),
    institution.code,
    { overlapHours: 24, reason, seenVersion: after.version },
    newKey(),
  );
  expect(codeOf(third)).toBe('institution-keys-two');
  await world.database.ownerPool.query(
    `update gongji.institution_key set valid_until = now() - interval '1 second' where access_key = $1`,
    [first],
  );
  expect([await holder(first), await holder(second)]).toEqual([undefined, institution.code]);
  expect((await get(institution.code)).keys.map((key) => key.accessKey)).toEqual([second]);
});

test('without an overlap the old key ends at once, and a key can be ended by name, once', async () => {
  const { institution, accessKey: first } = await create('H21120000104');
  const { accessKey: second, institution: after } = value(
    await world.services.institution.makeKey(
      administrator(),
      institution.code,
      { overlapHours: 0, reason, seenVersion: institution.version },
      newKey(),
    ),
  );
  expect([await holder(first), await holder(second)]).toEqual([undefined, institution.code]);
  const end = async (accessKey: string, seenVersion: number) =>
    codeOf(
      await world.services.institution.change(
        administrator(),
        institution.code,
        { change: 'end-key', accessKey, reason, seenVersion },
        newKey(),
      ),
    );
  expect(await end('AK', after.version)).toBe('institution-key-unknown');
  expect(await end(second, after.version)).toBe('ok');
  expect(await holder(second)).toBeUndefined();
});

test('a suspended institution keeps its keys, is told apart, and works again when resumed', async () => {
  const { institution, accessKey } = await create('H21120000105');
  const change = async (kind: 'suspend' | 'resume', seenVersion: number) =>
    world.services.institution.change(
      administrator(),
      institution.code,
      { change: kind, reason: '专项检查', seenVersion },
      newKey(),
    );
  const suspended = value(await change('suspend', institution.version));
  expect((await world.services.person.institutionByAccessKey(accessKey))?.state).toBe('suspended');
  const till = on('2024-10-15', { kind: 'institution', institutionCode: institution.code, area });
  expect(codeOf(await world.services.settlement.list(till))).toBe('not-allowed');
  expect(codeOf(await change('resume', institution.version))).toBe('state-changed');
  value(await change('resume', suspended.version));
  expect(codeOf(await world.services.settlement.list(till))).toBe('ok');
  const { history } = value(await world.services.institution.get(administrator(), institution.code));
  expect(history.map(({ text, reason: why }) => [text.slice(0, 4), why])).toEqual([
    ['恢复接入', '专项检查'],
    ['暂停接入', '专项检查'],
    ['登记机构', reason],
  ]);
  expect(await world.services.verifyRecords()).toEqual([]);
});

test('settings are kept, and told to the edge with the key', async () => {
  const { institution, accessKey } = await create('H21120000106');
  const settings = {
    ...{ sm2PublicKey: `04${'ab'.repeat(64)}`, cainfo: 'required' as const },
    ...{ messagesPerSecond: 7, noticeUrl: 'http://hospital.example/notices', uscc: '12211200GJYAH0018W' },
  };
  const ask = (asked: typeof settings) => {
    const body = { change: 'settings' as const, settings: asked, reason, seenVersion: institution.version };
    return world.services.institution.change(administrator(), institution.code, body, newKey());
  };
  const wrongCode = `${settings.uscc.slice(0, 17)}${settings.uscc.endsWith('1') ? '2' : '1'}`;
  expect(codeOf(await ask({ ...settings, uscc: wrongCode }))).toBe('institution-code-wrong');
  const changed = value(await ask(settings));
  expect(changed.settings).toEqual(settings);
  expect(await world.services.person.institutionByAccessKey(accessKey)).toMatchObject({
    ...{ sm2PublicKey: settings.sm2PublicKey, cainfo: 'required', messagesPerSecond: 7 },
  });
});

test('another area’s institution is not there for an administrator, by the database itself too', async () => {
  const other = 'H34050000001';
  const { services } = world;
  expect(codeOf(await services.institution.get(administrator(), other))).toBe('not-found');
  const body = { change: 'suspend' as const, reason, seenVersion: 1 };
  expect(codeOf(await services.institution.change(administrator(), other, body, newKey()))).toBe('not-found');
  const { items } = value(await services.institution.list(administrator()));
  expect(items.every((item) => item.area === area)).toBe(true);
  const reviewer = on('2024-10-15', {
    kind: 'staff',
    staffNo: 'R',
    role: 'reviewer',
    area,
    institutionCode: null,
  });
  expect(codeOf(await services.institution.list(reviewer))).toBe('not-allowed');
});
