// The kernel on a real database: one answer for one key, refusals that write nothing, records that can't be forged.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { on, openWorld } from '../../test/world.ts';
import type { World } from '../../test/world.ts';
import { appendAction, appendActions } from './action.ts';
import { canonicalJson } from './canonical.ts';
import { recordDecision } from './decision.ts';
import { isValidIdNumber } from './id-number.ts';
import { idempotent } from './idempotent.ts';
import { newId } from './ids.ts';
import { maskIdNumber, maskPhone } from './mask.ts';
import { notifyChanged } from './notify.ts';
import { done, refuse } from './result.ts';
import { transact } from './transact.ts';

let world: World;
const context = on('2024-10-15', { kind: 'system', name: 'test' });
const area = '340500';

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const count = async (table: string) => {
  const { rows } = await world.database.ownerPool.query<{ rows: number }>(
    `select count(*)::int as rows from gongji.${table}`,
  );
  return rows[0]?.rows;
};

test('the check digit, the birth date and the length of an identity number are checked', () => {
  // The example of the standard GB 11643, and one with the check character X.
  expect(isValidIdNumber('11010519491231002X', '2024-10-15')).toBe(true);
  expect(isValidIdNumber('440524188001010014', '2024-10-15')).toBe(true);
  for (const wrong of ['110105194912310021', '11010519491331002X', '11010519491231002', 'abc', '']) {
    expect(isValidIdNumber(wrong, '2024-10-15')).toBe(false);
  }
  expect(isValidIdNumber('11010519491231002X', '1949-12-30')).toBe(false);
});

test('masks keep the ends only', () => {
  expect(maskIdNumber('11010519491231002X')).toBe('110***********002X');
  expect(maskPhone('19900000001')).toBe('199****0001');
  expect(maskPhone(null)).toBe('');
});

test('canonical JSON does not depend on the order of keys', () => {
  expect(canonicalJson({ b: [1, { d: null, c: 'x' }], a: undefined })).toBe('{"b":[1,{"c":"x","d":null}]}');
  expect(canonicalJson({ y: 1, x: 2 })).toBe(canonicalJson({ x: 2, y: 1 }));
});

test('work under one key is done once, however many ask at once, and later too', async () => {
  const { appPool } = world.database;
  let runs = 0;
  const ask = (content: unknown) =>
    transact(appPool, (client) =>
      idempotent(client, world.cipher, { context, area, key: 'once', content }, async () => {
        runs += 1;
        await new Promise((resolve) => setTimeout(resolve, 30));
        return done({ answer: runs });
      }),
    );
  const answers = await Promise.all(Array.from({ length: 6 }, () => ask({ pay: 1, to: 'a' })));
  expect(answers).toEqual(Array.from({ length: 6 }, () => done({ answer: 1 })));
  expect(await ask({ to: 'a', pay: 1 })).toEqual(done({ answer: 1 }));
  expect(await ask({ pay: 2 })).toEqual(refuse('key-reused'));
  expect(runs).toBe(1);
});

test('a refusal and a fault leave nothing behind, and the key stays free', async () => {
  const { appPool } = world.database;
  const before = [await count('request'), await count('action')];
  const attempt = (outcome: 'refusal' | 'fault' | 'ok') =>
    transact(appPool, (client) =>
      idempotent(client, world.cipher, { context, area, key: 'again', content: 1 }, async () => {
        const action = { area, subjectKind: 'premium', subjectId: newId('premium'), kind: 'tried' } as const;
        await appendAction(client, world.cipher, context, action);
        if (outcome === 'fault') throw new Error('broken');
        return outcome === 'ok' ? done('yes') : refuse('shortfall');
      }),
    );
  expect(await attempt('refusal')).toEqual(refuse('shortfall'));
  await expect(attempt('fault')).rejects.toThrow('broken');
  expect([await count('request'), await count('action')]).toEqual(before);
  expect(await attempt('ok')).toEqual(done('yes'));
});

test('two appends to one subject at once never fork its chain', async () => {
  const { appPool } = world.database;
  const subjectId = newId('premium');
  const append = () =>
    transact(appPool, async (client) => {
      const action = { area, subjectKind: 'premium', subjectId, kind: 'step' } as const;
      await appendAction(client, world.cipher, context, action);
      return done(undefined);
    });
  await append();
  const results = await Promise.allSettled([append(), append(), append()]);
  expect(results.some((result) => result.status === 'fulfilled')).toBe(true);
  expect(await world.services.verifyRecords()).toEqual([]);
});

test('many actions of several subjects are chained in the order given', async () => {
  const subjects = [newId('settlement'), newId('settlement')];
  await transact(world.database.appPool, async (client) => {
    const entries = ['a', 'b', 'c'].flatMap((kind) =>
      subjects.map((subjectId) => ({
        context,
        action: { area, subjectKind: 'settlement' as const, subjectId, kind, words: `说明 ${kind}` },
      })),
    );
    await appendActions(client, world.cipher, entries);
    return done(undefined);
  });
  const { rows } = await world.database.appPool.query(
    `select seq, kind from gongji.action where subject_id = $1 order by seq`,
    [subjects[1]],
  );
  expect(rows).toEqual([
    { seq: 1, kind: 'a' },
    { seq: 2, kind: 'b' },
    { seq: 3, kind: 'c' },
  ]);
  expect(await world.services.verifyRecords()).toEqual([]);
});

test('an altered or removed record is found, even when the owner of the database did it', async () => {
  const { ownerPool, appPool } = world.database;
  const subjectId = newId('settlement');
  await transact(appPool, async (client) => {
    const policy = { id: '340500', version: '1', hash: 'f'.repeat(64) };
    const decision = { area, subjectKind: 'settlement', subjectId, policy, at: context.at } as const;
    await recordDecision(client, { ...decision, inputs: { b: 1, a: [1.5] }, trace: [], outcome: 'x' });
    const subject = { area, subjectKind: 'settlement', subjectId } as const;
    for (const kind of ['one', 'two', 'three']) {
      await appendAction(client, world.cipher, context, { ...subject, kind, payload: { fen: 5 } });
    }
    return done(undefined);
  });
  expect(await world.services.verifyRecords()).toEqual([]);
  await ownerPool.query(`update gongji.decision set outcome = 'y' where subject_id = $1`, [subjectId]);
  await ownerPool.query(`update gongji.action set payload = '{"fen":6}' where subject_id = $1 and seq = 1`, [
    subjectId,
  ]);
  await ownerPool.query(`delete from gongji.action where subject_id = $1 and seq = 2`, [subjectId]);
  expect(await world.services.verifyRecords()).toEqual([
    { table: 'action', row: `settlement/${subjectId}/1`, code: 'content-altered' },
    { table: 'action', row: `settlement/${subjectId}/3`, code: 'chain-broken' },
    { table: 'decision', row: `settlement/${subjectId}/1`, code: 'content-altered' },
  ]);
});

test('listeners hear of a change when it is committed, and nothing of what is rolled back', async () => {
  const { appPool } = world.database;
  const listener = await appPool.connect();
  const heard: (string | undefined)[] = [];
  listener.on('notification', (message) => heard.push(message.payload));
  await listener.query('listen gongji_changed');
  const tell = (name: string, ok: boolean) =>
    transact(appPool, async (client) => {
      await notifyChanged(client, [name, name]);
      return ok ? done(undefined) : refuse('state-changed');
    });
  await tell('nobody', false);
  await tell('somebody', true);
  await expect.poll(() => heard).toEqual(['somebody']);
  await listener.query('unlisten *');
  listener.release();
});
