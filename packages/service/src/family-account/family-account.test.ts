// 亲情账户: who may be added, by whose word, within which limits; it shows codes and moves no money.
import { FamilyAccount } from '@gongji/contract';
import { createFieldCipher } from '@gongji/database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { employee, person } from '../../test/people.ts';
import { as, codeOf, newKey, openWorld, value } from '../../test/world.ts';
import type { World } from '../../test/world.ts';
import { credentialOwner } from '../hospital/credential.ts';
import type { PersonImport } from '../index.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const family = () => world.services.familyAccount;
const add = (holder: PersonImport, member: PersonImport, key = newKey()) =>
  family().add(as(holder), { memberName: member.name, memberIdNumber: member.idNumber }, key);
const listed = async (of: PersonImport) => FamilyAccount.parse(value(await family().list(as(of))));

async function pair() {
  const [holder, member] = [employee({ name: '样一' }), person({ name: '样二' })] as const;
  await world.settle(holder, member);
  const linkId = value(await add(holder, member)).held[0]?.linkId ?? '';
  return { holder, member, linkId };
}

describe('a grown-up relative', () => {
  it('is asked first: the code can be shown only after they agree', async () => {
    const { holder, member, linkId } = await pair();
    expect((await listed(member)).heldBy).toMatchObject([
      { linkId, state: 'asked', person: { name: '样一' } },
    ]);
    expect(codeOf(await family().showCode(as(holder), linkId))).toBe('not-found');
    expect(codeOf(await family().answer(as(holder), linkId, true, newKey()))).toBe('not-found');
    value(await family().answer(as(member), linkId, true, newKey()));
    const code = value(await family().showCode(as(holder), linkId));
    expect(code.person.name).toBe('样二');
    const cipher = createFieldCipher({
      active: 'k1',
      keys: { k1: Buffer.alloc(32, 'a').toString('base64') },
      lookup: Buffer.alloc(32, 'b').toString('base64'),
    });
    const owner = credentialOwner(cipher, { kind: 'electronic', number: code.credential }, as(holder).at);
    expect(owner).toEqual({ ok: true, value: { personNo: member.personNo } });
  });

  it('who declines is gone from the list, and may be asked again', async () => {
    const { holder, member, linkId } = await pair();
    value(await family().answer(as(member), linkId, false, newKey()));
    expect((await listed(holder)).held).toEqual([]);
    value(await add(holder, member));
    expect((await listed(holder)).held).toMatchObject([{ state: 'asked' }]);
  });

  it('ends it at once, and the code can no longer be shown', async () => {
    const { holder, member, linkId } = await pair();
    value(await family().answer(as(member), linkId, true, newKey()));
    value(await family().end(as(member), linkId, newKey()));
    expect(codeOf(await family().showCode(as(holder), linkId))).toBe('not-found');
    const stranger = employee({ name: '样三' });
    await world.settle(stranger);
    expect(codeOf(await family().end(as(stranger), linkId, newKey()))).toBe('not-found');
  });

  it('is told by a short message that names nobody, and each showing is on their record', async () => {
    const { holder, member, linkId } = await pair();
    await world.services.notice.sendDue(new Date('2030-01-10T12:00:00+08:00'));
    expect(world.messages.find(({ phone }) => phone === member.phone)?.text).toContain('不涉及资金');
    value(await family().answer(as(member), linkId, true, newKey()));
    value(await family().showCode(as(holder), linkId));
    const { rows } = await world.database.appPool.query<{ kind: string; actor_id: string }>(
      `select kind, actor_id from gongji.action where subject_id = $1 order by seq`,
      [member.personNo],
    );
    expect(rows).toEqual([
      { kind: 'family-account-asked', actor_id: holder.personNo },
      { kind: 'family-account-active', actor_id: member.personNo },
      { kind: 'family-account-code-shown', actor_id: holder.personNo },
    ]);
    expect(await world.services.verifyRecords()).toEqual([]);
  });
});

describe('a child under 18', () => {
  it('is added by a parent at once, by nobody else', async () => {
    const [parent, aunt] = [employee({ name: '样四' }), employee({ name: '样五' })] as const;
    const child = person({ name: '样小五', bornOn: '2015-05-05' });
    await world.settle(parent, aunt, child);
    world.registry.relate(parent, child, 'child');
    expect(value(await add(parent, child)).held).toMatchObject([{ state: 'active' }]);
    expect(codeOf(await add(aunt, child))).toBe('family-account-minor');
  });

  it('is a grown-up on the eighteenth birthday', async () => {
    const parent = employee({ name: '样六' });
    const grown = person({ name: '样小六', bornOn: '2006-10-15' });
    const young = person({ name: '样小七', bornOn: '2006-10-16' });
    await world.settle(parent, grown, young);
    world.registry.relate(parent, grown, 'child');
    world.registry.relate(parent, young, 'child');
    expect(value(await add(parent, grown)).held).toMatchObject([{ state: 'asked' }]);
    const { held } = value(await add(parent, young));
    expect(held.map(({ person: { name }, state }) => `${name} ${state}`).toSorted()).toEqual([
      '样小七 active',
      '样小六 asked',
    ]);
  });
});

describe('the limits of the policy', () => {
  it('five members of a holder, even when all are added at once', async () => {
    const holder = employee({ name: '样八' });
    const members = Array.from({ length: 7 }, (_, at) =>
      person({ name: `样八${'甲乙丙丁戊己庚'[at] ?? ''}` }),
    );
    await world.settle(holder, ...members);
    const outcomes = await Promise.all(members.map((member) => add(holder, member)));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(5);
    expect(outcomes.filter(({ ok }) => !ok).map(codeOf)).toEqual([
      'family-account-full',
      'family-account-full',
    ]);
    expect((await listed(holder)).limits).toMatchObject({ mostMembers: 5, mostHoldersPerMember: 2 });
  });

  it('two holders of a member', async () => {
    const member = person({ name: '样九' });
    const holders = Array.from({ length: 3 }, (_, at) => employee({ name: `样九${'甲乙丙'[at] ?? ''}` }));
    await world.settle(member, ...holders);
    const outcomes = await Promise.all(holders.map((holder) => add(holder, member)));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(2);
    expect(outcomes.filter(({ ok }) => !ok).map(codeOf)).toEqual(['family-account-holders-full']);
  });
});

describe('what is filled in wrong', () => {
  it('is refused with its reason', async () => {
    const { holder, member } = await pair();
    const given = (memberName: string, memberIdNumber: string) =>
      family().add(as(holder), { memberName, memberIdNumber }, newKey());
    expect(codeOf(await given(holder.name, holder.idNumber))).toBe('family-account-self');
    expect(codeOf(await given('样二', '340599198003050001'))).toBe('id-number-wrong');
    expect(codeOf(await given('样某', member.idNumber))).toBe('name-number-mismatch');
    expect(codeOf(await given('样二', member.idNumber))).toBe('family-account-exists');
  });

  it('a silent registry stores nothing; the same key gives the same answer once', async () => {
    const [holder, member] = [employee({ name: '样十' }), person({ name: '样十一' })] as const;
    await world.settle(holder, member);
    const key = newKey();
    world.registry.silent = 'identity';
    expect(codeOf(await add(holder, member, key))).toBe('outside-unavailable');
    world.registry.silent = 'none';
    const first = value(await add(holder, member, key));
    expect(value(await add(holder, member, key))).toEqual(first);
    expect((await listed(holder)).held).toHaveLength(1);
  });
});

it('gives no right to money: the pair has no relation', async () => {
  const { holder, member, linkId } = await pair();
  value(await family().answer(as(member), linkId, true, newKey()));
  expect(value(await world.services.relation.list(as(holder)))).toMatchObject({ given: [], received: [] });
});
