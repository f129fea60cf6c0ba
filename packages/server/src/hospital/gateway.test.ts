// The gateway answers every message in the interface's own shape, and keeps it masked.
import { sm2 } from 'sm-crypto-v2';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { families, openHospitalWorld } from '../../test/hospital-world.ts';
import type { HospitalWorld } from '../../test/hospital-world.ts';
import { cainfoProblem, cainfoText, sm3Digest } from './cainfo.ts';

const hospital = 'H34050000001';
const patient = families.find((person) => person.area === '340500' && person.scheme === 'employee')!;
const byCard = {
  mdtrt_cert_type: '02',
  mdtrt_cert_no: patient.idNumber,
  psn_cert_type: '01',
  certno: '',
  psn_name: '',
};
let world: HospitalWorld;
beforeAll(async () => {
  world = await openHospitalWorld();
});
afterAll(() => world.close());

const find = (changes: object = {}, data: object = byCard) => world.call(hospital, '1101', { data }, changes);

describe('a message of a known institution', () => {
  test('is answered with envelope and output, whatever its content type', async () => {
    for (const type of ['text/plain', 'application/json', 'application/octet-stream']) {
      const answer = await find({ headers: { 'content-type': type } });
      expect(answer).toMatchObject({
        status: 200,
        infcode: 0,
        err_msg: '',
        warn_msg: '',
        cainfo: '',
        signtype: '',
      });
      expect(answer['inf_refmsgid']).toMatch(/^340500\d{24}$/);
      expect(answer['refmsg_time']).toMatch(/^20241015\d{9}$/);
      expect(answer['respond_time']).toMatch(/^20241015\d{9}$/);
      expect(answer.output.baseinfo).toMatchObject({
        psn_no: patient.personNo,
        certno: patient.idNumber,
        naty: '',
      });
    }
  });

  test('may leave cainfo empty or write the word null', async () => {
    expect(await find({ envelope: { cainfo: 'null', signtype: 'null' } })).toMatchObject({ infcode: 0 });
  });

  test('is kept with its answer, and nobody can be told from what is kept', async () => {
    const msgid = world.msgid(hospital);
    await find({ msgid });
    const { rows } = await world.database.ownerPool.query<{ answered: string }>(
      'select infno, infcode, asked, answered from gongji.hospital_message where msgid = $1',
      [msgid],
    );
    expect(rows).toMatchObject([{ infno: '1101', infcode: 0 }]);
    expect(rows[0]?.answered).toContain(patient.personNo);
    expect(JSON.stringify(rows)).not.toContain(patient.idNumber);
    expect(JSON.stringify(rows)).not.toContain(patient.name);
  });
});

describe('the gateway says', () => {
  const refused = (message: string) => ({ status: 401, code: 401, message });
  test('that headers are missing, the time is off, the key unknown or the signature wrong', async () => {
    expect(await find({ headers: { _api_signature: undefined } })).toEqual(refused('缺少服务网关的请求头!'));
    expect(await find({ headers: { _api_timestamp: '1721780000000' } })).toEqual(refused('签名时间戳超时!'));
    expect(await find({ headers: { _api_access_key: 'AK123' } })).toEqual(refused('非法用户!'));
    expect(await find({ headers: { _api_version: '2.0.0' } })).toEqual(refused('签名不一致!'));
  });
});

describe('the cashier reads a sentence when', () => {
  const says = async (changes: object, sentence: RegExp) => {
    const answer = await find(changes);
    expect(answer).toMatchObject({ status: 200, infcode: -1, output: {} });
    expect(answer.err_msg).toMatch(sentence);
  };
  test('the message is cut off, empty or no object', async () => {
    await says({ body: '{"infno":"1101","msg' }, /不是完整的 JSON/);
    await says({ body: '' }, /不是完整的 JSON/);
    await says({ body: '[]' }, /应是一个 JSON 对象/);
    await says({ body: 'null' }, /应是一个 JSON 对象/);
  });
  test('the message has five megabytes', async () => {
    await says({ body: JSON.stringify({ infno: '1101', input: 'x'.repeat(5 * 1024 * 1024) }) }, /报文太大/);
  });
  test('infno, msgid or institution are missing or others', async () => {
    await says({ envelope: { infno: '' } }, /infno（交易编号）不能为空/);
    await says({ envelope: { infno: '2207' } }, /两者应一致/);
    await says({ envelope: { msgid: '' } }, /msgid（发送方报文 ID）不能为空/);
    await says({ envelope: { msgid: '1'.repeat(31) } }, /不超过 30 位/);
    await says({ envelope: { fixmedins_code: 'H34050000002' } }, /与访问密钥所属的机构不一致/);
    const unknown = await world.call(hospital, '9999', {});
    expect(unknown.err_msg).toMatch(/没有编号为 9999 的交易/);
  });
  test('a field is missing, too long, of another type or not in its dictionary', async () => {
    const saysOf = async (data: object, sentence: RegExp) =>
      expect((await find({}, { ...byCard, ...data })).err_msg).toMatch(sentence);
    await saysOf({ mdtrt_cert_no: '' }, /字段 mdtrt_cert_no（就诊凭证编号）不能为空/);
    await saysOf({ mdtrt_cert_no: 'x'.repeat(51) }, /mdtrt_cert_no（就诊凭证编号）最多 50 个字/);
    await saysOf({ mdtrt_cert_no: {} }, /mdtrt_cert_no（就诊凭证编号）应是文字/);
    await saysOf({ mdtrt_cert_type: '09' }, /09 不在字典 mdtrt_cert_type 中/);
    expect((await world.call(hospital, '1101', { data: [] })).err_msg).toMatch(/input.data 节点应是一个对象/);
    expect((await world.call(hospital, '1101', 'x')).err_msg).toMatch(/input（交易输入）应是一个对象/);
  });
  test('nobody has the credential, or it is not the named person’s', async () => {
    const saysOf = async (data: object, sentence: RegExp) =>
      expect((await find({}, { ...byCard, ...data })).err_msg).toMatch(sentence);
    await saysOf({ mdtrt_cert_no: '340599199001010010' }, /没有找到这位参保人/);
    await saysOf({ psn_name: '别人' }, /姓名与就诊凭证上的人不一致/);
    await saysOf({ mdtrt_cert_type: '01' }, /就诊凭证不能识别/);
    await saysOf({ mdtrt_cert_type: '03' }, /卡识别码（card_sn）不能为空/);
  });
});

describe('cainfo', () => {
  const open = { secret: 'SK456', sm2PublicKey: null, cainfo: 'optional' as const };
  const body = (cainfo: string, signtype: string) =>
    JSON.stringify({ infno: '1101', cainfo, signtype, input: {} });
  test('with a keyed SM3 digest of the body is accepted, with another one refused', () => {
    const cainfo = sm3Digest(body('', 'SM3'), 'SK456');
    expect(cainfoText(body(cainfo, 'SM3'), cainfo)).toBe(body('', 'SM3'));
    expect(cainfoProblem({ cainfo, signtype: 'SM3' }, body(cainfo, 'SM3'), open)).toBeNull();
    const other = sm3Digest(body('', 'SM3'), 'SK457');
    expect(cainfoProblem({ cainfo: other, signtype: 'SM3' }, body(other, 'SM3'), open)).toMatch(
      /SM3 摘要与报文不符/,
    );
  });
  test('with an SM2 signature by the registered key is accepted, plain or DER, hex or Base64', () => {
    const { privateKey, publicKey } = sm2.generateKeyPairHex();
    const registered = { ...open, sm2PublicKey: publicKey };
    for (const der of [false, true]) {
      const hex = sm2.doSignature(Buffer.from(body('', 'SM2')), privateKey, { hash: true, der });
      for (const cainfo of [hex, Buffer.from(hex, 'hex').toString('base64')]) {
        expect(cainfoProblem({ cainfo, signtype: 'SM2' }, body(cainfo, 'SM2'), registered)).toBeNull();
        expect(cainfoProblem({ cainfo, signtype: 'SM2' }, body(cainfo, 'SM2x'), registered)).toMatch(
          /SM2 签名与报文不符/,
        );
      }
    }
    expect(cainfoProblem({ cainfo: 'zz', signtype: 'SM2' }, body('zz', 'SM2'), registered)).toMatch(/不符/);
    expect(cainfoProblem({ cainfo: 'zz', signtype: 'SM2' }, body('zz', 'SM2'), open)).toMatch(
      /没有登记 SM2 公钥/,
    );
  });
  test('may be required of an institution', () => {
    expect(cainfoProblem({ cainfo: '', signtype: '' }, '', open)).toBeNull();
    expect(cainfoProblem({ cainfo: '', signtype: '' }, '', { ...open, cainfo: 'required' })).toMatch(
      /必须在 cainfo/,
    );
  });
});
