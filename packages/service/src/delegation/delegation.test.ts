// What giver and helper may count on when somebody does another's business by permission.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Context } from '../kernel/context.ts';
import { employee, person } from '../../test/people.ts';
import { told } from '../../test/told.ts';
import { as, codeOf, newKey, openWorld, value } from '../../test/world.ts';
import type { World } from '../../test/world.ts';

let world: World;
const mother = employee({ name: '样秀英', bornOn: '1950-03-01' });
const son = employee({ name: '样明远' });
const child = person({ name: '样小禾', bornOn: '2017-05-01' });
const stranger = employee({ name: '样外人' });

beforeAll(async () => {
  world = await openWorld();
  await world.settle(mother, son, child, stranger);
});
afterAll(() => world.close());

const bodyFor = (helper = son, given: object = {}) => ({
  ...{ helperName: helper.name, helperIdNumber: helper.idNumber },
  ...{ scopes: ['premium', 'bind'] as ('premium' | 'bind')[], from: '2024-10-15', to: '2024-12-31' },
  ...{ accepted: true as const, ...given },
});
const service = () => world.services.delegation;
const grant = (given: object = {}, helper = son, who = mother) =>
  service().grant(as(who), bodyFor(helper, given), newKey());
const acting = (delegationId: string, day = '2024-10-15', helper = son) =>
  service().acting(helper.personNo, delegationId, day);
const asHelper = (delegationId: string): Context => ({
  ...as(mother),
  actor: {
    ...{ kind: 'person', personNo: mother.personNo, area: mother.area },
    helper: { personNo: son.personNo, delegationId },
  },
});

async function bound(giver: typeof mother, member: typeof child): Promise<string> {
  const relation = { giverNo: giver.personNo, memberNo: member.personNo, relation: 'child' as const };
  await world.services.relation.importBound([relation], new Date('2024-02-01T09:00:00+08:00'));
  const { given } = value(await world.services.relation.list(as(giver)));
  return given[0]?.relationId ?? '';
}

describe('a permission', () => {
  it('needs an adult with this name and number, not oneself, and days within a year', async () => {
    expect(codeOf(await grant({ helperName: '样别人' }))).toBe('helper-unknown');
    expect(codeOf(await grant({}, child))).toBe('helper-unknown');
    expect(codeOf(await grant({ helperIdNumber: '340599198003051234' }))).toBe('id-number-wrong');
    expect(codeOf(await grant({}, mother))).toBe('helper-is-self');
    for (const days of [{ from: '2024-10-14' }, { to: '2024-10-14' }, { to: '2025-10-16' }])
      expect(codeOf(await grant(days))).toBe('delegation-days-wrong');
    expect(await told(world.database.appPool, 'del_')).toEqual([]);
  });

  it('holds on its days for its helper only, tells both, and there is one for each helper', async () => {
    const given = value(await grant({ from: '2024-10-20', to: '2024-10-21' }));
    expect(given).toMatchObject({
      state: 'not-yet',
      principal: { name: '样秀英' },
      helper: { name: '样明远' },
    });
    expect(await told(world.database.appPool, `${given.delegationId}:granted`)).toEqual([
      { kind: 'asked-to-help', personNo: son.personNo },
      { kind: 'helper-permitted', personNo: mother.personNo },
    ]);
    expect(await acting(given.delegationId, '2024-10-19')).toBeUndefined();
    expect(await acting(given.delegationId, '2024-10-20')).toMatchObject({ principalNo: mother.personNo });
    expect(await acting(given.delegationId, '2024-10-21')).toBeDefined();
    expect(await acting(given.delegationId, '2024-10-22')).toBeUndefined();
    expect(await acting(given.delegationId, '2024-10-20', stranger)).toBeUndefined();
    expect(codeOf(await grant())).toBe('delegation-exists');
    value(await service().revoke(as(mother), given.delegationId, newKey()));
  });

  it('is taken back at once, by either side, never by others or by the helper in the other’s name', async () => {
    const { delegationId } = value(await grant());
    expect(await acting(delegationId)).toBeDefined();
    expect(codeOf(await service().revoke(as(stranger), delegationId, newKey()))).toBe('not-found');
    expect(codeOf(await service().revoke(asHelper(delegationId), delegationId, newKey()))).toBe(
      'not-allowed',
    );
    expect(codeOf(await service().grant(asHelper(delegationId), bodyFor(stranger), newKey()))).toBe(
      'not-allowed',
    );
    expect(value(await service().revoke(as(son), delegationId, newKey())).state).toBe('revoked');
    expect(await told(world.database.appPool, `${delegationId}:revoked`)).toEqual([
      { kind: 'help-ended', personNo: mother.personNo },
      { kind: 'help-ended', personNo: son.personNo },
    ]);
    expect(await acting(delegationId)).toBeUndefined();
    expect(codeOf(await service().revoke(as(mother), delegationId, newKey()))).toBe('state-changed');
  });
});

describe('what a helper does', () => {
  it('is the helper’s act for the other in the records, is listed for both, and both are told', async () => {
    const { delegationId } = value(await grant());
    const context = asHelper(delegationId);
    const relationId = await bound(mother, child);
    value(await world.services.relation.pause(context, relationId, { paused: true }, newKey()));
    const detail = value(await world.services.relation.get(as(mother), relationId));
    expect(detail.history[0]).toMatchObject({ text: '您的代办人暂停了使用。', actor: 'helper' });
    const { rows } = await world.database.ownerPool.query(
      `select actor_kind, actor_id, payload ->> 'forPerson' as whom from gongji.action
       where payload ->> 'delegationId' = $1`,
      [delegationId],
    );
    expect(rows).toEqual([{ actor_kind: 'person', actor_id: son.personNo, whom: mother.personNo }]);
    for (const [who, side] of [
      [mother, 'given'],
      [son, 'received'],
    ] as const) {
      const mine = value(await service().list(as(who)))[side];
      expect(mine.find((one) => one.delegationId === delegationId)?.history.map(({ text }) => text)).toEqual([
        '代办人办理：暂停使用。',
        '授权代办：绑定的事：补材料、撤回申请、解绑；用我的个人账户缴居民医保费。',
      ]);
    }
    expect(await world.services.verifyRecords()).toEqual([]);
    const helper = { personNo: son.personNo, delegationId };
    await service().tellActed(context, helper, 'key-1');
    await service().tellActed(context, helper, 'key-1');
    expect(await told(world.database.appPool, `${delegationId}:acted`)).toEqual([
      { kind: 'acted-for', personNo: son.personNo },
      { kind: 'helper-acted', personNo: mother.personNo },
    ]);
    value(await service().revoke(as(mother), delegationId, newKey()));
  });

  it('has keys of its own for each person: a key of one’s own is not mistaken for the other’s', async () => {
    const { delegationId } = value(await grant());
    const [relationId] = value(await world.services.relation.list(as(mother))).given.map(
      (one) => one.relationId,
    );
    const key = newKey();
    const pause = (context: Context, paused: boolean) =>
      world.services.relation.pause(context, relationId ?? '', { paused }, key);
    value(await pause(as(mother), false));
    value(await pause(asHelper(delegationId), true));
    expect(codeOf(await pause(asHelper(delegationId), false))).toBe('key-reused');
  });
});
