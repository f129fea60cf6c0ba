// What an institution may ask afterwards: its own visits, settlements and lines, accumulators, chronic diseases, policy items.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { enteric, tablets, toSettlement } from '../../test/hospital-journey.ts';
import { families, openHospitalWorld } from '../../test/hospital-world.ts';
import type { HospitalWorld } from '../../test/hospital-world.ts';

const hospital = 'H21120000001';
const other = 'H21120000002';
const patient = families.find(
  ({ area, scheme, status, parts }) =>
    area === '211200' && scheme === 'employee' && status === 'normal' && parts.length > 1,
)!;
const items = [tablets, enteric];

let world: HospitalWorld;
let made: Awaited<ReturnType<typeof toSettlement>>;
beforeAll(async () => {
  world = await openHospitalWorld();
  made = await toSettlement(world, hospital, patient, items);
});
afterAll(() => world.close());

type Row = Record<string, string | number>;
const settlementId = () => String(made.settled.output.setlinfo.setl_id);
const name = () => ({ psn_no: patient.personNo, setl_id: settlementId(), mdtrt_id: made.visitId });
/** The node of an answer, as rows. */
const rows = (answer: { output: object }, node: string): Row[] =>
  (answer.output as Record<string, Row[]>)[node] ?? [];
const fen = (value: unknown): number => Math.round(Number(value) * 100);

test('5201 finds the visit in its time and not outside of it, and not another institution’s', async () => {
  const asked = {
    ...{ psn_no: patient.personNo, med_type: '11', mdtrt_id: '' },
    ...{ begntime: '2024-10-15 00:00:00', endtime: '2024-10-15 23:59:59' },
  };
  const found = await world.call(hospital, '5201', { data: asked });
  expect(rows(found, 'mdtrtinfo')).toMatchObject([
    { mdtrt_id: made.visitId, psn_name: patient.name, insutype: '310', ipt_days: 0, adm_bed: '' },
  ]);
  const earlier = { ...asked, begntime: '2024-10-01 00:00:00', endtime: '2024-10-14 23:59:59' };
  expect(rows(await world.call(hospital, '5201', { data: earlier }), 'mdtrtinfo')).toEqual([]);
  expect(rows(await world.call(other, '5201', { data: asked }), 'mdtrtinfo')).toEqual([]);
});

test('5203 answers the settlement as 2207 did, with its own names for cash and share', async () => {
  const found = await world.call(hospital, '5203', { data: name() });
  const setlinfo = (found.output as object as Record<string, Row>)['setlinfo'] ?? {};
  const settled = made.settled.output.setlinfo as object as Row;
  for (const field of [
    'medfee_sumamt',
    'fund_pay_sumamt',
    'acct_pay',
    'acct_mulaid_pay',
    'setl_time',
    'inscp_scp_amt',
  ]) {
    expect(setlinfo[field], field).toBe(settled[field]);
  }
  expect(setlinfo).toMatchObject({
    ...{ setl_id: settlementId(), hosp_lv: '12' },
    ...{ psn_pay: settled['psn_part_amt'], cash_payamt: settled['psn_cash_pay'], refd_setl_flag: '0' },
    ...{ fixmedins_code: hospital, year: '2024', medins_setl_id: made.msgid, pay_loc: '2', naty: '' },
  });
});

test('5204 answers the lines as the catalogue split them, and they sum to the settlement', async () => {
  const lines = rows(await world.call(hospital, '5204', { data: name() }), 'data');
  expect(lines.map((line) => line['hilist_code'])).toEqual(items.map((item) => item.code));
  expect(lines[0]).toMatchObject({
    dosform_name: '片剂',
    list_type: '101',
    med_type: '11',
    setl_id: settlementId(),
  });
  const settled = made.settled.output.setlinfo as object as Row;
  const sum = (field: string) => lines.reduce((total, line) => total + fen(line[field]), 0);
  expect(sum('det_item_fee_sumamt')).toBe(fen(settled['medfee_sumamt']));
  expect(sum('overlmt_amt')).toBe(fen(settled['overlmt_selfpay']));
  expect(sum('preselfpay_amt')).toBe(fen(settled['preselfpay_amt']));
  expect(sum('inscp_scp_amt')).toBe(fen(settled['inscp_scp_amt']));
});

test('5206 answers what is used up this year, and says what month it wants', async () => {
  const { result } = await world
    .call(hospital, '5206', { data: { psn_no: patient.personNo } })
    .then((answer) => ({ result: rows(answer, 'cuminfo') }));
  expect(result.map(({ cum_type_code, year }) => [cum_type_code, year])).toEqual([
    ['OTP_DEDC', '2024'],
    ['OTP_FUND', '2024'],
  ]);
  expect(result[0]?.['cum']).toBe((made.settled.output.setlinfo as object as Row)['act_pay_dedc']);
  const wrong = await world.call(hospital, '5206', { data: { psn_no: patient.personNo, cum_ym: '2024' } });
  expect(wrong.err_msg).toMatch(/cum_ym（累计年月）应是 202410 这样的年月/);
});

/** By hand, for the few days of the sample. */
const lastDayBefore = (day: string) => {
  const at = new Date(`${day}T12:00:00Z`);
  at.setUTCDate(at.getUTCDate() - 1);
  return at.toISOString().slice(0, 10);
};

test('5301 names registered chronic diseases with the days of each', async () => {
  const seen = { dated: 0, undated: 0, ended: 0 };
  for (const person of families.filter(
    ({ chronic, registrations }) => chronic.length > 0 || registrations?.length,
  )) {
    const found = await world.call(hospital, '5301', { data: { psn_no: person.personNo } });
    const dated = person.registrations ?? [];
    const undated = person.chronic.filter((code) => !dated.some(({ disease }) => disease === code));
    const name = (disease: string) => (disease === 'diabetes' ? '糖尿病' : '高血压');
    const expected = [
      ...dated.map(({ disease, from, to }) => [
        name(disease),
        from,
        to === undefined ? '' : lastDayBefore(to),
      ]),
      ...undated.map((disease) => [name(disease), '2024-01-01', '']),
    ];
    const told = rows(found, 'feedetail').map((row) => [
      row['opsp_dise_name'],
      row['begndate'],
      row['enddate'],
    ]);
    expect(told.sort()).toEqual(expected.sort());
    seen.dated += dated.length;
    seen.undated += undated.length;
    seen.ended += dated.filter(({ to }) => to !== undefined).length;
  }
  expect(seen.dated).toBeGreaterThan(0);
  expect(seen.ended).toBeGreaterThan(0);
  const unknown = await world.call(hospital, '5301', { data: { psn_no: '999' } });
  expect(unknown.err_msg).toMatch(/没有找到这位参保人/);
});

test('100001 explains the settlement in the interface’s policy items, and they sum to the bill', async () => {
  const asked = { psn_No: patient.personNo, setl_Id: settlementId(), mdtrt_Id: made.visitId };
  const found = rows(await world.call(hospital, '100001', asked), 'data');
  const settled = made.settled.output.setlinfo as object as Row;
  const sum = (field: string) => found.reduce((total, item) => total + fen(item[field]), 0);
  expect(sum('polItemPaySum')).toBe(fen(settled['medfee_sumamt']));
  expect(sum('fundPayAmt')).toBe(fen(settled['fund_pay_sumamt']));
  expect(found.find((item) => item['polItemCode'] === '103')).toMatchObject({
    polItemName: '超限价总金额',
    selfPayAmt: settled['overlmt_selfpay'],
  });
});

test('another institution’s, another patient’s or another visit’s settlement is not there', async () => {
  const elsewhere = [
    await world.call(other, '5203', { data: name() }),
    await world.call(other, '5204', { data: name() }),
    await world.call(other, '100001', {
      psn_No: patient.personNo,
      setl_Id: settlementId(),
      mdtrt_Id: made.visitId,
    }),
    await world.call(hospital, '5203', { data: { ...name(), mdtrt_id: 'vis_other' } }),
    await world.call(hospital, '5203', { data: { ...name(), psn_no: '1' } }),
  ];
  for (const answer of elsewhere) {
    expect(answer).toMatchObject({ infcode: -1, output: {} });
    expect(answer.err_msg).toMatch(/\p{Script=Han}{4,}/u);
  }
});

test('a required field that is missing is named with its label', async () => {
  for (const [infno, field] of [
    ['5203', /setl_id（结算ID）不能为空/],
    ['5204', /setl_id（结算ID）不能为空/],
  ] as const) {
    const answer = await world.call(hospital, infno, { data: { ...name(), setl_id: '' } });
    expect(answer.err_msg).toMatch(field);
  }
  expect((await world.call(hospital, '100001', {})).err_msg).toMatch(/psn_No（人员编号）不能为空/);
});
