// What the database itself guards: areas, append-only records, and no personal words in plain bytes.
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { employee, person } from '../test/people.ts';
import {
  answersFor,
  as,
  codeOf,
  newKey,
  openWorld,
  reviewer,
  submitWithPhotos,
  value,
  takeAndDecide,
} from '../test/world.ts';
import type { World } from '../test/world.ts';

let world: World;
let applicationId: string;
let photoId: string;
const tieling = employee({ name: '演国栋', area: '211200' });
const mother = person({ name: '演桂芬', area: '211200' });
const inShenyang = person({ name: '演沈生', area: '210100' });
const maanshan = employee({ name: '样明远', area: '340500' });
const child = person({ name: '样小禾', area: '340500' });
const secretWords = '户口簿在老家，联系演桂芬';

beforeAll(async () => {
  world = await openWorld();
  const { services, registry } = world;
  await world.settle(tieling, mother, inShenyang, maanshan, child);
  registry.relate(tieling, mother, 'parent');
  registry.relate(maanshan, child, 'child');
  const photo = await sharp({ create: { width: 30, height: 30, channels: 3, background: '#888' } })
    .jpeg()
    .toBuffer();
  const application = await submitWithPhotos(world, tieling, mother, 'parent', photo);
  applicationId = application.applicationId;
  photoId = application.photos[0]?.photoId ?? '';
  const ask = { decision: 'ask', reasonCode: 'other-ask', text: secretWords, seenVersion: 2 } as const;
  value(await takeAndDecide(world, reviewer('211200'), applicationId, ask, newKey()));
  value(await services.review.reveal(reviewer('211200'), applicationId, { reason: secretWords }));
  const supplement = { text: secretWords, photoIds: [] };
  value(await services.application.supplement(as(tieling), applicationId, supplement, newKey()));
  value(
    await services.application.submit(as(maanshan), answersFor(world, maanshan, child, 'child'), newKey()),
  );
  const at = new Date('2024-10-01T09:00:00+08:00');
  const relation = { giverNo: tieling.personNo, memberNo: inShenyang.personNo, relation: 'child' } as const;
  await services.relation.importBound([relation], at);
  await services.person.importStaff([{ staffNo: 'R1', name: '演审核', role: 'reviewer', area: '211200' }]);
  await services.person.importInstitutions([
    {
      code: 'H21120000001',
      name: '铁岭样例医院',
      kind: 'hospital',
      level: 2,
      area: '211200',
      accessKey: 'AKSAMPLE',
      secret: 'secret-of-the-hospital',
    },
  ]);
});
afterAll(() => world.close());

/** Runs SQL as the staff of an area, in a transaction that is rolled back. */
async function asStaff<Row extends object>(area: string | null, sql: string, parameters: unknown[] = []) {
  const client = await world.database.appPool.connect();
  try {
    await client.query('begin');
    if (area) await client.query(`select set_config('gongji.area', $1, true)`, [area]);
    await client.query('set local role gongji_staff');
    return (await client.query<Row>(sql, parameters)).rows;
  } finally {
    await client.query('rollback');
    client.release();
  }
}

describe('staff', () => {
  test('of another area find nothing, by the service', async () => {
    const { review, photo } = world.services;
    const elsewhere = reviewer('340500');
    const { counts } = value(await review.queue(elsewhere, 'waiting-for-citizen'));
    expect(counts).toMatchObject({ team: 0, 'due-soon': 0, 'waiting-for-citizen': 0, escalated: 0 });
    const own = value(await review.queue(reviewer('211200'), 'team'));
    expect(own.items.map((item) => item.applicationId)).toEqual([applicationId]);
    expect(codeOf(await review.get(elsewhere, applicationId))).toBe('not-found');
    const body = { decision: 'approve', reasonCode: 'materials-agree', text: '', seenVersion: 4 } as const;
    expect(codeOf(await review.decide(elsewhere, applicationId, body, newKey()))).toBe('not-found');
    expect(codeOf(await review.reveal(elsewhere, applicationId, { reason: '看一看' }))).toBe('not-found');
    expect(codeOf(await photo.read(elsewhere, photoId))).toBe('not-found');
    expect(codeOf(await photo.read(reviewer('211200'), photoId))).toBe('ok');
  });

  test('of an area see its rows only, by direct SQL as well', async () => {
    for (const table of ['application', 'application_photo', 'photo', 'action', 'decision', 'relation']) {
      const areas = await asStaff<{ area: string }>('211200', `select distinct area from gongji.${table}`);
      expect([table, areas]).toEqual([table, [{ area: '211200' }]]);
    }
    const found = await asStaff('340500', 'select 1 from gongji.application where application_id = $1', [
      applicationId,
    ]);
    expect(found).toEqual([]);
  });

  test('see people of the area and members bound to a giver there, nobody else', async () => {
    const rows = await asStaff<{ person_no: string }>('211200', 'select person_no from gongji.person');
    expect(rows.map((row) => row.person_no).sort()).toEqual(
      [tieling.personNo, mother.personNo, inShenyang.personNo].sort(),
    );
    expect(await asStaff('210100', 'select 1 from gongji.relation')).toEqual([]);
  });

  test('without an area see nothing at all', async () => {
    expect(await asStaff(null, 'select 1 from gongji.application')).toEqual([]);
    expect(await asStaff(null, 'select 1 from gongji.person')).toEqual([]);
  });

  test('can neither move an application of another area nor write into one', async () => {
    const update = `update gongji.application set version = 99 where application_id = $1 returning 1`;
    expect(await asStaff('340500', update, [applicationId])).toEqual([]);
    const insert = `insert into gongji.request (area, actor, key, content_hash, at) values ('211200', 'x', 'y', '', now())`;
    await expect(asStaff('340500', insert)).rejects.toThrow(/row-level security/);
  });

  test('can neither bind nor unbind people by themselves', async () => {
    const end = `update gongji.relation set state = 'ended'`;
    await expect(asStaff('211200', end)).rejects.toThrow(/permission denied/);
    const copy = 'insert into gongji.relation select * from gongji.relation';
    await expect(asStaff('211200', copy)).rejects.toThrow(/permission denied/);
  });
});

describe('the program', () => {
  const forbidden = [
    ...['action', 'decision'].flatMap((table) => [
      `update gongji.${table} set area = '000000'`,
      `delete from gongji.${table}`,
      `truncate gongji.${table}`,
    ]),
    `update gongji.request set content_hash = ''`,
    'delete from gongji.request',
    'delete from gongji.relation',
    `update gongji.relation set giver_no = member_no`,
    'delete from gongji.application',
    `update gongji.application set relation = 'spouse'`,
    'delete from gongji.application_photo',
    'delete from gongji.photo',
    `update gongji.photo set owner_no = owner_no`,
    'delete from gongji.person',
  ];
  for (const sql of forbidden) {
    test(`may not ${sql}`, async () => {
      await expect(world.database.appPool.query(sql)).rejects.toThrow(/permission denied/);
    });
  }

  test('keeps records whose hashes can be derived again', async () => {
    expect(await world.services.verifyRecords()).toEqual([]);
  });
});

test('no name, number, phone, signature, secret or free word stands in any table in plain bytes', async () => {
  const { ownerPool } = world.database;
  const { rows: tables } = await ownerPool.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('gongji', 'ledger')`,
  );
  expect(tables.length).toBeGreaterThan(10);
  const people = [tieling, mother, inShenyang, maanshan, child];
  const secrets = [
    ...people.flatMap(({ name, idNumber, phone }) => [name, idNumber, phone]),
    ...['演审核', 'secret-of-the-hospital', secretWords],
  ];
  let scanned = 0;
  for (const { name } of tables) {
    const { rows } = await ownerPool.query<{ columns: string; plain: Buffer }>(
      `select row_to_json(t)::text as columns, convert_to(t::text, 'UTF8') as plain from ${name} t`,
    );
    for (const row of rows) {
      scanned += 1;
      // Bytes are written out as hexadecimal digits in a row's text: both spellings are looked for.
      for (const secret of secrets) {
        const hex = Buffer.from(secret, 'utf8').toString('hex');
        expect(row.plain.includes(secret) || row.columns.includes(hex), `${secret} in ${name}`).toBe(false);
      }
    }
  }
  expect(scanned).toBeGreaterThan(40);
});

test('a value moved to another row does not open', async () => {
  const { ownerPool } = world.database;
  await ownerPool.query(
    `update gongji.person set name_enc = (select name_enc from gongji.person where person_no = $1) where person_no = $2`,
    [mother.personNo, child.personNo],
  );
  await expect(world.services.person.mark(child.personNo)).rejects.toThrow();
});
