// Bad input: each kind gets one code that names its field, a sentence in Chinese, and nothing is written.
import { errorTexts } from '@gongji/contract';
import type { Relation } from '@gongji/contract';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { employee, idNumber, person } from '../../test/people.ts';
import { answersFor, as, countRows, newKey, openWorld, value } from '../../test/world.ts';
import type { World } from '../../test/world.ts';
import type { PersonImport } from '../index.ts';
import type { ApplicationAnswers } from './service.ts';

let world: World;
const giver = employee({ name: '样明远' });
const child = person({ name: '样小禾', bornOn: '2017-06-01' });
const resident = person({ name: '例居安' });
const suspended = employee({ name: '试立军', status: 'suspended' });
const empty = employee({ name: '试无余', parts: [] });
const currentOnly = employee({ name: '试今年', parts: [{ partYear: 2024, fen: 90000 }] });
const inHefei = person({ name: '样小苗', area: '340100' });
const inNanjing = person({ name: '样南京', area: '320100' });
const stopped = person({ name: '样停保', status: 'suspended' });
const uninsured = person({ name: '样未保', personNo: '' });
const unpolicied = employee({ name: '例广州', area: '440100' });
const tielingGiver = employee({ name: '演国栋', area: '211200' });
const tielingMother = person({ name: '演桂芬', area: '211200' });

beforeAll(async () => {
  world = await openWorld();
  await world.settle(
    giver,
    child,
    resident,
    suspended,
    empty,
    currentOnly,
    unpolicied,
    tielingGiver,
    tielingMother,
  );
  world.registry.add(inHefei, inNanjing, stopped, uninsured);
  for (const each of [giver, suspended, empty, currentOnly, resident, unpolicied]) {
    for (const member of [child, inHefei, inNanjing, stopped, uninsured]) {
      world.registry.relate(each, member, 'child');
    }
  }
  world.registry.relate(tielingGiver, tielingMother, 'parent');
});
afterAll(() => world.close());

interface Case {
  what: string;
  code: string;
  field?: string;
  who?: PersonImport;
  member?: PersonImport;
  relation?: Relation;
  change?: (answers: ApplicationAnswers) => Partial<ApplicationAnswers>;
  day?: string;
}

const lastChanged = (number: string) => `${number.slice(0, 17)}${number.endsWith('1') ? '2' : '1'}`;
const cases: Case[] = [
  {
    what: 'a wrong check digit',
    code: 'id-number-wrong',
    field: 'memberIdNumber',
    change: (answers) => ({ memberIdNumber: lastChanged(answers.memberIdNumber) }),
  },
  {
    what: 'a number with a day that does not exist',
    code: 'id-number-wrong',
    field: 'memberIdNumber',
    change: () => ({ memberIdNumber: idNumber('340599', '2017-02-30', 7) }),
  },
  {
    what: 'a number of somebody who is not born yet',
    code: 'id-number-wrong',
    field: 'memberIdNumber',
    change: () => ({ memberIdNumber: idNumber('340599', '2031-02-01', 7) }),
  },
  {
    what: 'a number of fifteen digits',
    code: 'id-number-wrong',
    field: 'memberIdNumber',
    change: () => ({ memberIdNumber: '340599170601001' }),
  },
  {
    what: 'a phone number that is none',
    code: 'phone-wrong',
    field: 'memberPhone',
    change: () => ({ memberPhone: '0555-123456' }),
  },
  { what: 'the giver as member', code: 'member-is-giver', field: 'memberIdNumber', member: giver },
  {
    what: 'a notice of an older version',
    code: 'notice-changed',
    field: 'noticeVersion',
    change: () => ({ noticeVersion: '2020-01-01.1' }),
  },
  {
    what: 'a promise of an older version',
    code: 'notice-changed',
    field: 'promise.version',
    change: ({ promise }) => ({ promise: { ...promise, version: '2020-01-01.1' } }),
  },
  {
    what: 'a promise signed by another name',
    code: 'signature-wrong',
    field: 'promise.signedName',
    change: ({ promise }) => ({ promise: { ...promise, signedName: '样明近' } }),
  },
  {
    what: 'a photo that was never uploaded',
    code: 'photo-unknown',
    field: 'photos',
    change: () => ({ photos: [{ photoId: 'pho_nothing', material: 'helpful-proof' }] }),
  },
  {
    what: 'proofs that the area wants and that are not there',
    code: 'photo-missing',
    field: 'photos',
    who: tielingGiver,
    member: tielingMother,
    relation: 'parent',
  },
  { what: 'a giver who is no employee', code: 'giver-not-employee', who: resident },
  { what: 'a suspended giver', code: 'giver-suspended', who: suspended },
  { what: 'a giver with nothing on the account', code: 'giver-no-balance', who: empty },
  { what: 'a giver of Maanshan with money of this year only', code: 'giver-no-balance', who: currentOnly },
  { what: 'an area without a policy', code: 'policy-not-recorded', who: unpolicied },
  { what: 'a day before the recorded policy', code: 'policy-not-recorded', day: '2023-05-01' },
  {
    what: 'a relation that is not on the list on that day',
    code: 'relation-not-allowed',
    field: 'relation',
    relation: 'sibling',
  },
  {
    what: 'a name that does not belong to the number',
    code: 'name-number-mismatch',
    field: 'memberName',
    change: () => ({ memberName: '样大禾' }),
  },
  {
    what: 'a number that nobody has',
    code: 'name-number-mismatch',
    field: 'memberName',
    change: () => ({ memberIdNumber: idNumber('340599', '2016-01-01', 999) }),
  },
  {
    what: 'a relation that the registry contradicts',
    code: 'relation-contradicted',
    field: 'relation',
    relation: 'spouse',
  },
  {
    what: 'a member who is insured nowhere',
    code: 'member-not-insured',
    field: 'memberIdNumber',
    member: uninsured,
  },
  {
    what: 'a member insured in another province',
    code: 'member-insured-elsewhere',
    field: 'memberArea',
    member: inNanjing,
  },
  {
    what: 'a member insured in another province under a local area',
    code: 'member-insured-elsewhere',
    field: 'memberArea',
    member: inNanjing,
    change: () => ({ memberArea: '340500' }),
  },
  {
    what: 'a member of another province when that needs a quota',
    code: 'cross-province-by-quota',
    field: 'memberArea',
    member: inNanjing,
    day: '2026-02-01',
  },
  {
    what: 'an area other than the registered one',
    code: 'member-area-mismatch',
    field: 'memberArea',
    member: inHefei,
    change: () => ({ memberArea: '340500' }),
  },
  { what: 'a member whose insurance is suspended', code: 'not-eligible', member: stopped },
];

describe('submitting', () => {
  for (const each of cases) {
    test(`${each.what} is refused as ${each.code}`, async () => {
      const { who = giver, member = child, relation = 'child', day } = each;
      const right = answersFor(world, who, member, relation);
      const before = await countRows(world);
      const answers = { ...right, ...each.change?.(right) };
      const result = await world.services.application.submit(as(who, day), answers, newKey());
      if (result.ok) expect.fail('it was accepted');
      expect({ code: result.code, field: result.field }).toEqual({ code: each.code, field: each.field });
      const { message, remedy } = errorTexts(result.code, result.details);
      expect(message + remedy).toMatch(/[一-龥]{8}/);
      expect(message).not.toContain('—');
      expect(await countRows(world)).toEqual(before);
    });
  }

  for (const silent of ['identity', 'kinship', 'insurance'] as const) {
    test(`a registry that keeps silent about ${silent} leaves everything as it was, and the form can be sent again`, async () => {
      const twin = person({ name: `样${silent}`, bornOn: '2018-01-01' });
      world.registry.add(twin);
      world.registry.relate(giver, twin, 'child');
      const before = await countRows(world);
      const key = newKey();
      const answers = answersFor(world, giver, twin, 'child');
      world.registry.silent = silent;
      const result = await world.services.application.submit(as(giver), answers, key);
      world.registry.silent = 'none';
      expect(result).toMatchObject({ ok: false, code: 'outside-unavailable' });
      expect(await countRows(world)).toEqual(before);
      expect(value(await world.services.application.submit(as(giver), answers, key)).state).toBe('approved');
    });
  }

  test('wrong answers never reach the registry', async () => {
    const calls = world.registry.calls;
    const answers = { ...answersFor(world, giver, child, 'child'), memberPhone: '1' };
    await world.services.application.submit(as(giver), answers, newKey());
    expect(world.registry.calls).toBe(calls);
  });

  test('a photo of somebody else is refused as a photo that is not there', async () => {
    const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#7799aa' } })
      .png()
      .toBuffer();
    const theirs = value(await world.services.photo.add(as(resident), bytes));
    const answers = {
      ...answersFor(world, giver, child, 'child'),
      photos: [{ photoId: theirs.photoId, material: 'helpful-proof' }],
    };
    const result = await world.services.application.submit(as(giver), answers, newKey());
    expect(result).toMatchObject({ ok: false, code: 'photo-unknown', field: 'photos' });
  });

  test('somebody bound already is refused, with nothing asked of the registry', async () => {
    const answers = answersFor(world, giver, child, 'child');
    value(await world.services.application.submit(as(giver), answers, newKey()));
    const calls = world.registry.calls;
    const before = await countRows(world);
    const again = await world.services.application.submit(as(giver), answers, newKey());
    expect(again).toMatchObject({ ok: false, code: 'already-bound', field: 'memberIdNumber' });
    expect(await countRows(world)).toEqual(before);
    expect(world.registry.calls).toBe(calls);
  });

  test('only a person may submit', async () => {
    const context = {
      ...as(giver),
      actor: { kind: 'institution', institutionCode: 'H1', area: '340500' } as const,
    };
    const result = await world.services.application.submit(
      context,
      answersFor(world, giver, child, 'child'),
      newKey(),
    );
    expect(result).toMatchObject({ ok: false, code: 'not-allowed' });
  });
});
