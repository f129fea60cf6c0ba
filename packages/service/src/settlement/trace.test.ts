// Explanations come back as they were told, from the compact form and from bills of the first release.
import type { Line } from '@gongji/policy';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cashier, hospitals, openMoneyWorld } from '../../test/money-world.ts';
import type { MoneyWorld } from '../../test/money-world.ts';
import { employee } from '../../test/people.ts';
import { newKey, value } from '../../test/world.ts';
import { verifyRecords } from '../kernel/verify-records.ts';
import { addForms, packLines } from './trace.ts';
import type { AreaForm } from './trace.ts';

let world: MoneyWorld;
beforeAll(async () => {
  world = await openMoneyWorld();
});
afterAll(() => world.close());

const till = cashier(hospitals.tieling1);
const body = (personNo: string, totalFen: number) => ({
  ...{ personNo, chronic: [], accountUse: 'own-then-shared' as const },
  bill: { totalFen, whollySelfPaidFen: 0, overPriceLimitFen: 0, preSelfPaidFen: 0 },
});
async function settled(totalFen: number) {
  const patient = employee({ area: '211200', name: '演工' });
  await world.add(patient);
  const shown = value(await world.settlement.quote(till, body(patient.personNo, totalFen)));
  const made = value(await world.settlement.settle(till, { quoteId: shown.quoteId }, newKey()));
  return { patient, shown, made };
}
const explained = async (settlementId: string) => {
  const { rows } = await world.database.appPool.query<{ line: Line; owner: string | null }>(
    'select line, owner_no as owner from gongji.explanation_line where settlement_id = $1 order by seq',
    [settlementId],
  );
  return rows;
};

test('a form that is altered or removed by hand is found', async () => {
  await settled(4321);
  const owner = world.database.ownerPool;
  const ofForms = async () =>
    (await verifyRecords(owner))
      .filter(({ table }) => table === 'line_form')
      .map(({ row, code }) => ({ row, code }));
  expect(await ofForms()).toEqual([]);
  const { rows } = await owner.query<{ id: string; line: unknown }>(
    `select form_id as id, line from gongji.line_form where area = '211200' order by form_id limit 1`,
  );
  const form = rows[0]!;
  const write = (line: unknown) =>
    owner.query(`update gongji.line_form set line = $2 where area = '211200' and form_id = $1`, [
      form.id,
      JSON.stringify(line),
    ]);
  await write({ ...(form.line as object), code: 'another' });
  expect(await ofForms()).toEqual([{ row: `211200/${form.id}`, code: 'content-altered' }]);
  await write(form.line);
  await owner.query(`create table kept as select * from gongji.line_form where form_id = $1`, [form.id]);
  await owner.query('delete from gongji.line_form where form_id = $1', [form.id]);
  expect(await ofForms()).toEqual([{ row: `211200/${form.id}`, code: 'form-missing' }]);
  await owner.query('insert into gongji.line_form select * from kept');
  expect(await ofForms()).toEqual([]);
});

test('a bill is explained in the same lines when it is read again', async () => {
  const { patient, shown, made } = await settled(1_234_567);
  expect(made.result).toEqual(shown.result);
  const again = value(await world.settlement.get(till, made.settlementId));
  expect(again).toEqual(made);
  const lines = await explained(made.settlementId);
  expect(lines.map(({ line }) => line)).toEqual(made.result.lines);
  expect(lines.find(({ line }) => line.code === 'own-account')?.owner).toBe(patient.personNo);
  expect(lines.find(({ line }) => line.code === 'cash')?.owner).toBeNull();
});

test('whatever figures stand in a sentence, first, last, twice or none, it is told again as it was', async () => {
  const line = (text: string, rest: Partial<Line> = {}): Line => ({
    ...{ code: 'x', group: 'note', text, fen: 7, source: null },
    ...rest,
  });
  const lines = [
    line('没有数'),
    line('12.30 元'),
    line('共 5'),
    line('3 加 3 是 6.00，见 2024-10-15 的 1.'),
    line('共 6', { owner: 'giver-1', before: 0, after: 5, applied: false }),
    line('共 6', { ratePerTenThousand: 7000 }),
  ];
  const { made } = await settled(1000);
  const forms: AreaForm[] = [];
  const trace = packLines('211200', lines, forms);
  await addForms(world.database.appPool, forms);
  await world.database.ownerPool.query('update gongji.decision set trace = $2 where subject_id = $1', [
    made.settlementId,
    JSON.stringify(trace),
  ]);
  expect((await explained(made.settlementId)).map((row) => row.line)).toEqual(lines);
});

test('a bill of the first release is read as it was written', async () => {
  const { made, patient } = await settled(5000);
  const owner = world.database.ownerPool;
  const id = made.settlementId;
  const rows = await explained(id);
  await owner.query('update gongji.bill set owners = null, result = $2 where settlement_id = $1', [
    id,
    JSON.stringify(made.result),
  ]);
  for (const [index, { line, owner: ownerNo }] of rows.entries()) {
    await owner.query(
      `insert into gongji.bill_line (settlement_id, seq, area, line, owner_no) values ($1, $2, '211200', $3, $4)`,
      [id, index + 1, JSON.stringify(line), ownerNo],
    );
  }
  expect(await explained(id)).toEqual(rows);
  expect(value(await world.settlement.get(till, id))).toEqual(made);
  expect(rows.some((row) => row.owner === patient.personNo)).toBe(true);
});

test('a bill that is not of its quote is refused by the database', async () => {
  const { made } = await settled(5000);
  const insert = world.database.appPool.query(
    `insert into gongji.bill select (jsonb_populate_record(b, jsonb_build_object(
       'settlement_id', 'set_other', 'quote_id', 'quo_none', 'request_key', 'other', 'journal_id', null))).*
     from gongji.bill b where settlement_id = $1`,
    [made.settlementId],
  );
  await expect(insert).rejects.toMatchObject({ constraint: 'bill_quote' });
});
