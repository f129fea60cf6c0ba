// What an administrator does to an institution is felt by its software at the next message: limit, suspension, rotation, signature.
import { sm2 } from 'sm-crypto-v2';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { InstitutionAccount, InstitutionChangeBody } from '@gongji/contract';
import type { Context, Result } from '@gongji/service';
import { families, openHospitalWorld, sample } from '../../test/hospital-world.ts';
import type { HospitalWorld } from '../../test/hospital-world.ts';
import { sign } from '../till/signature.ts';
import { cainfoText } from './cainfo.ts';

const patient = families.find((person) => person.area === '340500' && person.scheme === 'employee')!;
const hospital = 'H34050000001';
const other = 'H34050000002';
const data = {
  mdtrt_cert_type: '02',
  mdtrt_cert_no: patient.idNumber,
  psn_cert_type: '01',
  certno: '',
  psn_name: '',
};
const administrator: Context = {
  actor: { kind: 'staff', staffNo: 'A1', role: 'administrator', area: '340500', institutionCode: null },
  ...{ at: new Date('2024-10-15T10:30:00+08:00'), today: '2024-10-15', channel: 'staff' },
};
const reason = '测试';

let world: HospitalWorld;
let serial = 0;
beforeAll(async () => {
  world = await openHospitalWorld();
});
afterAll(() => world.close());

const key = () => `institutions-${(serial += 1)}`;
const find = (code = hospital, changes: object = {}) => world.call(code, '1101', { data }, changes);
function value<Value>(result: Result<Value>): Value {
  if (!result.ok) expect.fail(`refused: ${result.code}`);
  return result.value;
}
const account = async (code = hospital): Promise<InstitutionAccount> =>
  value(await world.services.institution.get(administrator, code)).institution;
async function change(
  body: InstitutionChangeBody extends infer Each
    ? Each extends unknown
      ? Omit<Each, 'reason' | 'seenVersion'>
      : never
    : never,
) {
  const { version } = await account();
  const whole = { ...body, reason, seenVersion: version };
  return value(await world.services.institution.change(administrator, hospital, whole, key()));
}

test('a suspended institution reads that it is suspended and whom to ask, another one goes on, and a resumed one works', async () => {
  await change({ change: 'suspend' });
  expect(await find()).toMatchObject({
    infcode: -1,
    err_msg: expect.stringMatching(/已暂停使用.*联系当地医保经办机构/) as string,
  });
  expect(await find(other)).toMatchObject({ infcode: 0 });
  await change({ change: 'resume' });
  expect(await find()).toMatchObject({ infcode: 0 });
});

test('an institution over its limit reads that it should wait, and another one is not slowed', async () => {
  const { settings } = await account();
  await change({ change: 'settings', settings: { ...settings, messagesPerSecond: 3 } });
  const answers = await Promise.all(Array.from({ length: 6 }, () => find()));
  expect(answers.map((answer) => answer.infcode).sort()).toEqual([-1, -1, -1, 0, 0, 0]);
  expect(answers.find((answer) => answer.infcode === -1)?.err_msg).toMatch(/太快.*用同一个 msgid 重新发送/);
  expect(await find(other)).toMatchObject({ infcode: 0 });
  await change({ change: 'settings', settings });
  expect(await find()).toMatchObject({ infcode: 0 });
});

test('while a key takes over both are accepted; an ended key is nobody’s', async () => {
  const signedWith = (accessKey: string, secret: string) => {
    const named = { accessKey, name: '1101', timestamp: '1721789415123', version: '1.0.0' };
    return find(hospital, { headers: { _api_access_key: accessKey, _api_signature: sign(secret, named) } });
  };
  const { version } = await account();
  const made = value(
    await world.services.institution.makeKey(
      administrator,
      hospital,
      { overlapHours: 24, reason, seenVersion: version },
      key(),
    ),
  );
  expect(await find()).toMatchObject({ infcode: 0 });
  expect(await signedWith(made.accessKey, made.secret)).toMatchObject({ infcode: 0 });
  const { accessKey = '', secret = '' } = sample.institutions.find(({ code }) => code === hospital) ?? {};
  expect(await signedWith(made.accessKey, secret)).toMatchObject({ code: 401, message: '签名不一致!' });
  await change({ change: 'end-key', accessKey });
  expect(await find()).toMatchObject({ status: 401, message: '非法用户!' });
  expect(await signedWith(made.accessKey, made.secret)).toMatchObject({ infcode: 0 });
});

test('a required signature is missed, and a registered SM2 key lets one in', async () => {
  const code = 'P34050000001';
  const { publicKey, privateKey } = sm2.generateKeyPairHex();
  const { settings, version } = await account(code);
  const body = {
    change: 'settings' as const,
    settings: { ...settings, cainfo: 'required' as const, sm2PublicKey: publicKey },
    ...{ reason, seenVersion: version },
  };
  value(await world.services.institution.change(administrator, code, body, key()));
  expect((await find(code)).err_msg).toMatch(/必须在 cainfo/);
  const envelope = {
    ...{ infno: '1101', msgid: world.msgid(code), mdtrtarea_admvs: '340500', insuplc_admdvs: '340500' },
    ...{ recer_sys_code: 'HIS', dev_no: '', dev_safe_info: '', cainfo: '', signtype: 'SM2', infver: 'V1.0' },
    ...{ opter_type: '1', opter: 'C01', opter_name: '收费员', inf_time: '2024-10-15 10:30:00' },
    ...{ fixmedins_code: code, fixmedins_name: '示例', sign_no: '', input: { data } },
  };
  const plain = JSON.stringify(envelope);
  const cainfo = sm2.doSignature(Buffer.from(plain), privateKey, { hash: true });
  const signed = JSON.stringify({ ...envelope, cainfo });
  expect(cainfoText(signed, cainfo)).toBe(plain);
  expect(await find(code, { body: signed })).toMatchObject({ infcode: 0 });
});

test('every message is found again by an administrator of the area, masked, with its answer; other areas see none', async () => {
  const msgid = world.msgid(other);
  await find(other, { msgid });
  const search = (words: object, context = administrator) =>
    world.services.institution.messages(context, other, words);
  const { items } = value(await search({ msgid: msgid.slice(-6) }));
  expect(items).toHaveLength(1);
  expect(items[0]).toMatchObject({ msgid, infno: '1101', outcome: 'done' });
  expect(`${items[0]?.asked}${items[0]?.answered}`).not.toContain(patient.idNumber);
  expect(value(await search({ outcome: 'refused', msgid })).items).toEqual([]);
  expect(value(await search({ words: '%' })).items).toEqual([]);
  for (let sent = 0; sent < 55; sent += 1) await find(other);
  const first = value(await search({ infno: '1101' }));
  expect(first.items).toHaveLength(50);
  const second = value(await search({ infno: '1101', before: first.nextBefore ?? 0 }));
  expect(second.items.length).toBeGreaterThan(5);
  expect(second.nextBefore).toBeNull();
  const elsewhere: Context = {
    ...administrator,
    actor: { kind: 'staff', staffNo: 'A2', role: 'administrator', area: '211200', institutionCode: null },
  };
  expect(await search({}, elsewhere)).toMatchObject({ ok: false, code: 'not-found' });
});
