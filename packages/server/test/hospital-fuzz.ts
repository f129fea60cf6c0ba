// Random messages: signed rightly, wrong in structure and values; each is answered in the interface's shape and moves no money.
import fc from 'fast-check';
import { expect } from 'vitest';
import { transactions } from '../src/hospital/transactions.ts';
import { families } from './hospital-world.ts';
import type { HospitalWorld } from './hospital-world.ts';

const hospital = 'H21120000001';
const infnos = [...transactions.keys(), '9999', '', '2207 ', 'constructor'];
const leaves = fc.oneof(
  fc.string({ maxLength: 40, unit: 'binary' }),
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.constantFrom(
    '2024-10-15 10:00:00',
    '2024-10-15',
    '02',
    '0',
    '1',
    '310',
    '390',
    '11',
    '2207',
    '\u0000',
    '99999999999999999',
  ),
  fc.constantFrom(...families.flatMap(({ personNo, idNumber }) => [personNo, idNumber])),
);
const names = fc.constantFrom(
  ...[
    'data',
    'feedetail',
    'druginfo',
    'drugdetail',
    'mdtrtinfo',
    'diseinfo',
    'fsUploadIn',
    'signIn',
    'psn_no',
    'mdtrt_id',
  ],
  ...[
    'mdtrt_cert_type',
    'mdtrt_cert_no',
    'insutype',
    'medfee_sumamt',
    'begntime',
    'chrg_bchno',
    'acct_used_flag',
    'in',
  ],
  ...['__proto__', 'setl_id', 'omsgid', 'oinfno', 'type', 'filename'],
);
const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    leaves,
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.dictionary(fc.oneof(names, fc.string({ maxLength: 8 })), tie('tree'), { maxKeys: 8 }),
  ),
}));
const messages = fc.record({
  infno: fc.constantFrom(...infnos),
  input: fc.oneof(tree, fc.dictionary(names, tree, { maxKeys: 8 })),
  envelope: fc.oneof(
    { weight: 4, arbitrary: fc.constant({}) },
    fc.dictionary(fc.constantFrom('infno', 'msgid', 'fixmedins_code', 'cainfo', 'signtype'), tree, {
      maxKeys: 2,
    }),
  ),
  cut: fc.oneof({ weight: 9, arbitrary: fc.constant(null) }, fc.nat(200)),
});

/** Everybody's money, by person. */
const balances = (world: HospitalWorld) =>
  Promise.all(families.map(async ({ personNo }) => [personNo, await world.ledger.parts(personNo)] as const));

/** Sends so many, a few at once. */
export async function sendRandomMessages(world: HospitalWorld, count: number): Promise<void> {
  const before = await balances(world);
  let sent = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(messages, { minLength: 20, maxLength: 20 }), async (batch) => {
      const answers = await Promise.all(
        batch.map(({ infno, input, envelope, cut }) => {
          const body = JSON.stringify({
            infno,
            msgid: world.msgid(hospital),
            fixmedins_code: hospital,
            input,
            ...envelope,
          });
          return world.call(hospital, infno.trim() || '2207', input, {
            body: cut === null ? body : body.slice(0, cut),
          });
        }),
      );
      sent += answers.length;
      for (const { status, infcode, err_msg } of answers) {
        expect(status).toBeLessThan(500);
        expect([0, -1, undefined]).toContain(infcode);
        if (infcode === -1) expect(err_msg).toMatch(/[\u4e00-\u9fff]/);
        expect(err_msg).not.toMatch(/系统出了问题/);
      }
    }),
    { numRuns: Math.ceil(count / 20), endOnFailure: true },
  );
  expect(sent).toBeGreaterThanOrEqual(count);
  expect(await balances(world)).toEqual(before);
  expect(world.log()).not.toContain('a fault');
}
