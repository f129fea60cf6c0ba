// The messages of online orders of one patient, whose bills a relative pays, as a hospital's software fills them in.
import type { SamplePerson } from '@gongji/sample';
import { electronicCredential } from '@gongji/service';
import { expect } from 'vitest';
import { detail, enteric, tablets } from './hospital-journey.ts';
import { families, sample } from './hospital-world.ts';
import type { HospitalAnswer, HospitalWorld } from './hospital-world.ts';

export const hospital = 'H21120000001';
export const items = [tablets, enteric];

const relation = sample.relations.find(({ giverNo, memberNo }) => {
  const giver = families.find(({ personNo }) => personNo === giverNo);
  const member = families.find(({ personNo }) => personNo === memberNo);
  return giver?.area === '211200' && member?.area === '211200' && member.scheme === 'resident';
})!;
export const patient = families.find(({ personNo }) => personNo === relation.memberNo)!;
export const giver = families.find(({ personNo }) => personNo === relation.giverNo)!;
export const camel = (fields: object) =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]: [string, unknown]) => [
      name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase()),
      value,
    ]),
  );

interface OrderData {
  payOrdId: string;
  payToken: string;
  ordStas: string;
  feeSumamt: number;
  ownPayAmt: number;
  psnAcctPay: number;
  fundPay: number;
  revsToken: string;
  refStatus: string;
  extData: Record<string, unknown> & { mdtrtId: string };
}
export const dataOf = (answer: HospitalAnswer): OrderData => answer.output.data as unknown as OrderData;

let serial = 0;

/** What the hospital sends, and what it reads of the answers. */
export function onlineOrders(world: HospitalWorld) {
  const giverBalance = async () =>
    (await world.ledger.parts(giver.personNo)).reduce((total, part) => total + part.netFen, 0);

  /** A code of the person's app that was made `minutes` ago. */
  function credential(person: SamplePerson = patient, minutes = 0): string {
    const at = new Date(world.clock.at.getTime() - minutes * 60_000);
    return electronicCredential(world.cipher, person.personNo, at).credential;
  }

  function order(changes: object = {}) {
    serial += 1;
    const batch = `ORD${serial}`;
    return {
      data: {
        orgCodg: hospital,
        psnNo: patient.personNo,
        insutype: '390',
        medOrgOrd: `OWN${serial}`,
        begntime: '2024-10-15 10:20:00',
        idNo: patient.idNumber,
        userName: patient.name,
        idType: '01',
        ecToken: credential(),
        iptOtpNo: `OTP${serial}`,
        deptName: '全科',
        caty: 'A02',
        medType: '11',
        feeType: '01',
        medfeeSumamt: 106,
        acctUsedFlag: '2',
        diseCodg: 'J06.900',
        psnSetlway: '01',
        chrgBchno: batch,
        extData: {},
        diseinfoList: [
          {
            ...{ diagType: '1', diagSrtNo: 1, diagCode: 'J06.900', diagName: '示例诊断', diagDept: 'D01' },
            ...{ diseDorNo: 'DR01', diseDorName: '示医生', diagTime: '2024-10-15 10:20:00', valiFlag: '1' },
          },
        ],
        feedetailList: detail('', patient, items, batch).feedetail.map(camel),
        ...changes,
      },
    };
  }

  async function uploaded(changes: object = {}) {
    const asked = order(changes);
    const answer = await world.call(hospital, '6201', asked);
    expect(answer.err_msg).toBe('');
    return { asked, ...dataOf(answer) };
  }
  type Uploaded = Awaited<ReturnType<typeof uploaded>>;

  const payment = ({ payOrdId, payToken, extData }: Uploaded, changes: object = {}) => ({
    data: {
      ...{ payOrdId, payToken, orgCodg: hospital, orgBizSer: `BIZ${payOrdId}`, mdtrtId: extData.mdtrtId },
      payAuthNo: credential(),
      ...changes,
    },
  });
  const pay = (of: Uploaded, changes: object = {}) => world.call(hospital, '6202', payment(of, changes));
  const name = ({ payOrdId, payToken }: Uploaded, changes: object = {}) => ({
    data: {
      ...{
        payOrdId,
        payToken,
        orgCodg: hospital,
        idNo: patient.idNumber,
        userName: patient.name,
        idType: '01',
      },
      ...changes,
    },
  });
  const find = async (of: Uploaded) => dataOf(await world.call(hospital, '6301', name(of)));

  async function paid() {
    const one = await uploaded();
    const answer = await pay(one);
    expect(answer.err_msg).toBe('');
    return { ...one, paid: dataOf(answer) };
  }
  const refund = (of: Awaited<ReturnType<typeof paid>>, changes: object = {}) => ({
    data: {
      payOrdId: of.payOrdId,
      appRefdSn: `REF${(serial += 1)}`,
      appRefdTime: '20241015103000',
      totlRefdAmt: of.paid.feeSumamt,
      cashRefdAmt: of.paid.ownPayAmt,
      ecToken: credential(),
      refdType: 'ALL',
      ...changes,
    },
  });

  return { giverBalance, credential, order, uploaded, payment, pay, name, find, paid, refund };
}
