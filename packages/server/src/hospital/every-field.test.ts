// Every field of every transaction: a missing one is named with its label, and an answer holds each with its type and emptiness.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  detail,
  enteric,
  presettlement,
  purchase,
  registration,
  settlement,
  tablets,
  toPresettlement,
  toSettlement,
  visitTold,
} from '../../test/hospital-journey.ts';
import { families, openHospitalWorld, sample } from '../../test/hospital-world.ts';
import type { HospitalAnswer, HospitalWorld } from '../../test/hospital-world.ts';
import { dictionaries } from './dictionaries.ts';
import type { Field, Fields, Nodes } from './field.ts';
import { transactions } from './transactions.ts';

const hospital = 'H21120000001';
const pharmacy = sample.institutions.find(({ kind, area }) => kind === 'pharmacy' && area === '211200')!.code;
const items = [tablets, enteric];
/** Has a relative who pays, and belongs to a group, so that most nodes have something to say. */
const patient = families.find(
  ({ personNo, area, scheme, status }) =>
    area === '211200' &&
    scheme === 'resident' &&
    status === 'normal' &&
    sample.relations.some(({ memberNo }) => memberNo === personNo),
)!;

let world: HospitalWorld;
beforeAll(async () => {
  world = await openHospitalWorld();
});
afterAll(() => world.close());

/** Some value that the field accepts. */
function valueOf({ kind, dictionary, fields }: Field): unknown {
  if (dictionary !== undefined) return [...(dictionaries.get(dictionary)?.codes.keys() ?? [])][0];
  const values = { text: '1', code: '1', money: 1, number: 1, bytes: 'QQ==', flag: true, any: {} };
  if (kind === 'nodes') return [entryOf(fields ?? {})];
  if (kind === 'date') return '2024-10-15';
  return kind === 'time' ? '2024-10-15 10:00:00' : values[kind];
}
const entryOf = (fields: Fields): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, valueOf(field)]));

/** The input with one field emptied. */
function inputWithout(nodes: Nodes, node: string, emptied: string, nothing: unknown): unknown {
  const entries = Object.entries(nodes).map(([name, { fields, many }]) => {
    const entry = { ...entryOf(fields), ...(name === node ? { [emptied]: nothing } : {}) };
    return [name, many ? [entry] : entry] as const;
  });
  const whole = entries.find(([name]) => name === '');
  if (whole) return whole[1];
  const input: Record<string, unknown> = Object.fromEntries(entries);
  for (const [name, { within }] of Object.entries(nodes)) {
    if (within !== undefined) Object.assign(input[within] as object, { [name]: input[name] });
  }
  return input;
}

describe('a required field that is missing is named with its label', () => {
  test.each([...transactions.values()].map(({ infno, label, input }) => ({ infno, label, input })))(
    'in $infno $label',
    async ({ infno, input }) => {
      const required = Object.entries(input).flatMap(([node, { fields }]) =>
        Object.entries(fields).flatMap(([name, field]) => (field.required ? [{ node, name, field }] : [])),
      );
      const asked = required.map(async ({ node, name, field }, index) => {
        const missing = inputWithout(input, node, name, [undefined, '', null][index % 3]);
        const answer = await world.call(hospital, infno, missing);
        expect(answer, `${infno} ${name}`).toMatchObject({ status: 200, infcode: -1, output: {} });
        expect(answer.err_msg).toContain(`字段 ${name}（${field.label}）不能为空`);
      });
      await Promise.all(asked);
    },
  );

  test('also in a list within a line, as the trace codes of a medicine', async () => {
    const { druginfo, drugdetail } = purchase(patient, [tablets]);
    const traced = (durg_trac_info: unknown) =>
      world.call(pharmacy, '2102', { druginfo, drugdetail: [{ ...drugdetail[0], durg_trac_info }] });
    const whole = { feedetl_sn: '1', drug_trac_codg: '83000000000000000001', trdn_flag: '0' };
    expect((await traced([{ ...whole, drug_trac_codg: '' }])).err_msg).toContain(
      '字段 drug_trac_codg（药品追溯码）不能为空',
    );
    expect((await traced([whole])).err_msg).toMatch(/没有找到这笔费用的预结算/);
  });
});

/** What in an answer isn't as the field table says. */
function wrongFields(infno: string, output: unknown): string[] {
  const wrong: string[] = [];
  for (const [node, { fields, many }] of Object.entries(transactions.get(infno)?.output ?? {})) {
    const found = node === '' ? output : (output as Record<string, unknown>)[node];
    if (Array.isArray(found) !== many) wrong.push(`${infno} ${node}: list or object`);
    const entries = (Array.isArray(found) ? found : [found]) as Record<string, unknown>[];
    for (const entry of entries) {
      for (const [name, field] of Object.entries(fields)) {
        if (!isOf(field, entry[name])) wrong.push(`${infno} ${node}.${name}: ${JSON.stringify(entry[name])}`);
      }
    }
  }
  return wrong;
}
function isOf({ kind, length, decimals }: Field, value: unknown): boolean {
  if (kind === 'money' || kind === 'number') {
    const places = 10 ** (kind === 'money' ? 2 : (decimals ?? 0));
    return typeof value === 'number' && Math.abs(value * places - Math.round(value * places)) < 1e-6;
  }
  if (kind === 'flag') return typeof value === 'boolean';
  if (typeof value !== 'string' || value.length > (length ?? 30)) return false;
  if (kind === 'date') return /^(\d{4}-\d\d-\d\d)?$/.test(value);
  return kind !== 'time' || /^(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)?$/.test(value);
}

test('every answer of a day holds every field, with its type and the interface’s emptiness', async () => {
  const wrong: string[] = [];
  const seen = new Set<string>();
  const note = (infno: string, { infcode, err_msg, output }: HospitalAnswer): HospitalAnswer => {
    expect([infno, infcode, err_msg]).toEqual([infno, 0, '']);
    wrong.push(...wrongFields(infno, output));
    seen.add(infno);
    return { infcode, err_msg, output, status: 200 };
  };
  const ask = async (infno: string, input: unknown, code = hospital) =>
    note(infno, await world.call(code, infno, input));
  const time = '2024-10-15 10:00:00';
  const { personNo: psn_no, idNumber } = patient;
  const days = { stmt_begndate: '2024-10-15', stmt_enddate: '2024-10-15', setl_optins: '211200' };

  await ask('9001', { signIn: { opter_no: 'C01', mac: '00', ip: '10.0.0.1' } });
  await ask('1101', { data: { mdtrt_cert_type: '02', mdtrt_cert_no: idNumber, certno: '', psn_name: '' } });
  const { output: listed } = await ask('1201', { medinsinfo: { fixmedins_type: '1' } });
  expect(JSON.stringify(listed)).toMatch(/"uscc":"1221120[0-9A-Z]{11}"/);
  const dictionary = { type: 'gend', parent_value: '0', admdvs: '211200', date: '2024-10-15' };
  await ask('1901', { data: { ...dictionary, Vali_Flag: '1' } });
  const treated = { psn_no, insutype: '390', fixmedins_code: hospital, med_type: '11', begntime: time };
  await ask('2001', { data: treated });

  const journey = await toSettlement(world, hospital, patient, items);
  note('2201', journey.registered);
  note('2203', journey.told);
  note('2204', journey.uploaded);
  note('2206', journey.shown);
  note('2207', journey.settled);
  const name = { psn_no, setl_id: journey.settlementId, mdtrt_id: journey.visitId };
  const between = { begntime: '2024-10-15 00:00:00', endtime: '2024-10-15 23:59:59' };
  await ask('5201', { data: { psn_no, med_type: '11', ...between } });
  await ask('5203', { data: name });
  await ask('5204', { data: name });
  await ask('5206', { data: { psn_no } });
  await ask('5301', { data: { psn_no } });
  await ask('100001', { psn_No: psn_no, setl_Id: name.setl_id, mdtrt_Id: name.mdtrt_id });

  const bought = purchase(patient, items);
  await ask('2101', bought, pharmacy);
  const { setlinfo } = (await ask('2102', bought, pharmacy)).output;
  await ask('2103', { data: { psn_no, setl_id: setlinfo.setl_id, mdtrt_id: setlinfo.mdtrt_id } }, pharmacy);

  const other = await toPresettlement(world, hospital, patient, items);
  const lost = world.msgid(hospital);
  await world.call(hospital, '2207', settlement(other.asked, other.shown), { msgid: lost });
  await ask('2601', { data: { psn_no, omsgid: lost, oinfno: '2207' } });
  await ask('2208', { data: name });
  const open = (await world.call(hospital, '2201', registration(patient))).output.data.mdtrt_id;
  await world.call(hospital, '2203', visitTold(open, patient));
  await world.call(hospital, '2204', detail(open, patient, items));
  await world.call(hospital, '2206', presettlement(open, patient, items));
  await ask('2205', { data: { mdtrt_id: open, chrg_bchno: '0000', psn_no } });
  await ask('2202', { data: { psn_no, mdtrt_id: open, ipt_otp_no: `OTP${psn_no}` } });

  const sums = { medfee_sumamt: 0, fund_pay_sumamt: 0, fixmedins_setl_cnt: 0, fixmedins_refd_setl_flag: '0' };
  await ask('3201', { data: { insutype: '390', clr_type: '11', ...days, ...sums, acct_pay: 0 } });
  const file = { in: 'QQ==', filename: 'rows.txt', fixmedins_code: hospital };
  await ask('9101', { fsUploadIn: file });
  await ask('9002', { signOut: { sign_no: '1', opter_no: 'C01' } });

  expect(wrong).toEqual([]);
  // 2203A, 3202 and 9102 are asked in pharmacy.test.ts, with what they need.
  expect([...transactions.keys()].filter((infno) => !seen.has(infno) && !infno.startsWith('6'))).toEqual([
    ...['2203A', '3202', '9102'],
  ]);
});
