// Promises of the client against the real gateway: signed as the interface wants, never done twice, every end has its type.
import { sm2 } from 'sm-crypto-v2';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { families, openHospitalWorld, sample } from '../../server/test/hospital-world.ts';
import type { HospitalWorld } from '../../server/test/hospital-world.ts';
import {
  createInstitutionClient,
  createMessageIds,
  GatewayRefusal,
  headersFor,
  NoAnswer,
  Refused,
} from './index.ts';
import type { InstitutionClientOptions } from './index.ts';

const hospital = sample.institutions.find(({ code }) => code === 'H34050000001')!;
const patient = families.find((person) => person.area === '340500' && person.scheme === 'employee')!;
const find = { data: { mdtrt_cert_type: '02' as const, mdtrt_cert_no: patient.idNumber } };
const signedAt = new Date(1_721_789_415_123);

let world: HospitalWorld;
beforeAll(async () => {
  world = await openHospitalWorld();
});
afterAll(() => world.close());

const client = (changes: Partial<InstitutionClientOptions> = {}) =>
  createInstitutionClient({
    baseUrl: new URL(world.url).origin,
    accessKey: hospital.accessKey,
    secret: hospital.secret,
    institution: { code: hospital.code, name: hospital.name },
    area: hospital.area,
    now: () => signedAt,
    backoffMs: 1,
    ...changes,
  });

test('signs as the interface’s own vector', () => {
  const headers = headersFor({ accessKey: 'AK123', secret: 'SK456' }, '1101', 1_721_789_415_123);
  expect(headers['_api_signature']).toBe('AvNFH7AVAd/0x4Od6UjUdr0FZq4=');
});

test('finds a patient, typed, with the msgid under which it was asked', async () => {
  const { output, msgid, attempts } = await client().call('1101', find);
  expect(output.baseinfo.psn_no).toBe(patient.personNo);
  expect(output.insuinfo[0]?.insutype).toBe('310');
  expect(msgid).toMatch(/^H340500000012024072410501\d{5}$/);
  expect(attempts).toBe(1);
});

test('a message whose answer was lost is sent again, the same to the byte', async () => {
  const bodies: string[] = [];
  const lossy: typeof fetch = async (...request) => {
    bodies.push(bodyOf(request[1]));
    const response = await fetch(...request);
    if (bodies.length < 3) throw new TypeError('the line broke after the message was sent');
    return response;
  };
  const { attempts, output } = await client({ fetch: lossy }).call('1101', find);
  expect({ attempts, found: output.baseinfo.psn_no }).toEqual({ attempts: 3, found: patient.personNo });
  expect(new Set(bodies).size).toBe(1);
});

describe('every end has its type', () => {
  test('a refusal carries the sentence for the cashier', async () => {
    const wrong = client().call('1101', {
      data: { mdtrt_cert_type: '02', mdtrt_cert_no: '340599199001010010' },
    });
    await expect(wrong).rejects.toThrow(Refused);
    await expect(wrong).rejects.toThrow(/没有找到这位参保人/);
  });
  test('a wrong secret is the gateway’s refusal, and is not tried again', async () => {
    let sent = 0;
    const counted: typeof fetch = (...request) => ((sent += 1), fetch(...request));
    const wrong = client({ secret: 'other', fetch: counted }).call('1101', find);
    await expect(wrong).rejects.toThrow(GatewayRefusal);
    expect(sent).toBe(1);
  });
  test('silence names the msgid to ask or revoke by', async () => {
    const silent = client({ retries: 1, fetch: () => Promise.reject(new TypeError('no line')) });
    const msgid = silent.newMessageId();
    const lost = silent.call('1101', find, { msgid });
    await expect(lost).rejects.toThrow(NoAnswer);
    await expect(lost).rejects.toMatchObject({ msgid, attempts: 2 });
  });
  test('an answer of a proxy in between is no answer', async () => {
    const proxied = client({ retries: 0, fetch: async () => new Response('<html>', { status: 502 }) });
    await expect(proxied.call('1101', find)).rejects.toThrow(NoAnswer);
  });
});

test('signs cainfo with an SM3 digest, or with an SM2 key that stays with the institution', async () => {
  await expect(client({ strong: { type: 'SM3' } }).call('1101', find)).resolves.toMatchObject({
    attempts: 1,
  });
  await expect(client({ strong: { type: 'SM3' }, fetch: altered }).call('1101', find)).rejects.toThrow(
    /SM3 摘要与报文不符/,
  );
  const { publicKey, privateKey } = sm2.generateKeyPairHex();
  await world.database.ownerPool.query('update gongji.institution set sm2_public_key = $2 where code = $1', [
    hospital.code,
    publicKey,
  ]);
  const sign = (text: string) => sm2.doSignature(Buffer.from(text), privateKey, { hash: true });
  const strong = { type: 'SM2' as const, sign };
  await expect(client({ strong }).call('1101', find)).resolves.toMatchObject({ attempts: 1 });
  await expect(client({ strong, fetch: altered }).call('1101', find)).rejects.toThrow(/SM2 签名与报文不符/);
});

const bodyOf = (request: RequestInit | undefined): string =>
  typeof request?.body === 'string' ? request.body : '';
/** Somebody between changes the operator's name. */
const altered: typeof fetch = (url, request) =>
  fetch(url, { ...request, body: bodyOf(request).replace('系统', '别人') });

test('message ids never repeat, also over more than ten thousand in a second and a clock that is set back', () => {
  const next = createMessageIds(hospital.code);
  const ids = Array.from({ length: 10_050 }, () => next(signedAt));
  ids.push(...Array.from({ length: 50 }, () => next(new Date(signedAt.getTime() - 5_000))));
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.every((id) => /^H34050000001\d{18}$/.test(id))).toBe(true);
});
