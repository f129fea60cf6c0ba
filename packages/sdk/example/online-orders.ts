// Online orders of the day: uploaded, seen and confirmed on the patient's phone or paid by 6202, given back, withdrawn.
import type { InstitutionClient, OutputOf } from '../src/index.ts';
import { openPhone } from './phone.ts';
import type { Phone } from './phone.ts';
import type { Item, Patient, World } from './world.ts';

const fen = (yuan: number): number => Math.round(yuan * 100);
type Order = OutputOf<'6301'>['data'];

interface Uploaded {
  order: OutputOf<'6201'>['data'];
  name: {
    payOrdId: string;
    payToken: string;
    orgCodg: string;
    idNo: string;
    userName: string;
    idType: string;
  };
  phone: Phone;
  ownNo: string;
}

async function upload(
  client: InstitutionClient,
  { baseUrl, hospital }: World,
  patient: Patient,
  items: readonly Item[],
  ownNo: string,
  now: string,
): Promise<Uploaded> {
  const phone = await openPhone(baseUrl, patient);
  const ecToken = await phone.credential();
  const found = await client.call('1101', { data: { mdtrt_cert_type: '01', mdtrt_cert_no: ecToken } });
  const { psn_no: psnNo, psn_name: userName, certno: idNo } = found.output.baseinfo;
  const insutype = found.output.insuinfo[0]?.insutype ?? '';
  const feedetailList = items.map((item, index) => ({
    ...{ feedetlSn: `${ownNo}${index + 1}`, psnNo, chrgBchno: ownNo, rxCircFlag: '0', feeOcurTime: now },
    ...{ medListCodg: item.code, medinsListCodg: `H-${item.code}`, cnt: index + 1, pric: item.price },
    ...{ detItemFeeSumamt: fen(item.price * (index + 1)) / 100, hospApprFlag: '0' as const },
    ...{ bilgDeptCodg: 'A03', bilgDeptName: '内科', bilgDrCodg: 'D211200000001', bilgDrName: '示例医师' },
  }));
  const name = { orgCodg: hospital.code, idNo, userName, idType: '01' };
  const { output } = await client.call('6201', {
    data: {
      ...{ ...name, psnNo, insutype, medOrgOrd: ownNo, begntime: now, ecToken, iptOtpNo: ownNo },
      ...{ deptName: '内科', caty: 'A03', medType: '11', feeType: '01', acctUsedFlag: '2' as const },
      ...{ diseCodg: 'J00', psnSetlway: '01', chrgBchno: ownNo, extData: {} },
      medfeeSumamt: feedetailList.reduce((sum, line) => sum + fen(line.detItemFeeSumamt), 0) / 100,
      diseinfoList: [
        {
          ...{ diagType: '1', diagSrtNo: 1, diagCode: 'J00', diagName: '急性鼻咽炎', diagDept: '内科' },
          ...{ diseDorNo: 'D211200000001', diseDorName: '示例医师', diagTime: now, valiFlag: '1' },
        },
      ],
      feedetailList,
    },
  });
  const { payOrdId, payToken } = output.data;
  return {
    ...{ order: output.data, phone, ownNo },
    name: { ...name, payOrdId, payToken },
  };
}

const find = async (client: InstitutionClient, { name }: Uploaded): Promise<Order> =>
  (await client.call('6301', { data: { ...name, extData: {} } })).output.data;

/** The identity of an online order: what each paid sums to the whole. */
function checkMoney({ payOrdId, feeSumamt, ownPayAmt, psnAcctPay, fundPay }: Order): void {
  if (fen(feeSumamt) === fen(ownPayAmt) + fen(psnAcctPay) + fen(fundPay)) return;
  throw new Error(`线上订单 ${payOrdId} 的金额不符合接口的恒等式`);
}

/** Four patients order from home. `now`: yyyy-MM-dd HH:mm:ss. */
export async function playOnlineOrders(
  client: InstitutionClient,
  world: World,
  run: string,
  now: string,
  say: (line?: string) => void,
): Promise<void> {
  const uploaded: Uploaded[] = [];
  for (const [index, patient] of world.patients.slice(0, 4).entries()) {
    const items = [2, 9].flatMap((step) => world.items[(index + step) % world.items.length] ?? []);
    uploaded.push(await upload(client, world, patient, items, `${run}W${index + 1}`, now));
  }
  const [onPhone, byCode, changed, left] = uploaded;
  if (!onPhone || !byCode || !changed || !left) throw new Error('示例数据里没有足够的患者');
  say('线上订单');

  const shown = await onPhone.phone.order(onPhone.order.payOrdId);
  const confirmed = await onPhone.phone.confirm(shown.orderId);
  const first = await find(client, onPhone);
  if (fen(first.psnAcctPay) !== shown.ownAccountFen + shown.sharedFen)
    throw new Error('扣的钱与手机上显示的不同');
  say(`  ${onPhone.ownNo}：患者在手机上看过金额，自己确认付款，现在“${confirmed.stateText}”。`);

  const pay = async ({ order: { payOrdId, payToken }, phone, ownNo }: Uploaded): Promise<void> => {
    await client.call('6202', {
      data: {
        ...{ payOrdId, payToken, orgCodg: world.hospital.code, orgBizSer: ownNo, extData: {} },
        payAuthNo: await phone.credential(),
      },
    });
  };
  await pay(byCode);
  const second = await find(client, byCode);
  const { payOrdId, medOrgOrd, feeSumamt, ownPayAmt, psnAcctPay, fundPay } = second;
  await client.call('6204', {
    data: { payOrdId, medOrgOrd, feeSumamt, ownPayAmt, psnAcctPay, fundPay, thdPayType: 'WX', extData: {} },
  });
  say(`  ${byCode.ownNo}：患者出示电子凭证（6202）付款，现金也收齐，已告知医保（6204）。`);

  await pay(changed);
  const third = await find(client, changed);
  await client.call('6203', {
    data: {
      ...{ payOrdId: third.payOrdId, appRefdSn: `${changed.ownNo}R`, refdType: 'ALL' as const },
      ...{ appRefdTime: now.replaceAll(/\D/g, ''), totlRefdAmt: third.feeSumamt },
      ...{ cashRefdAmt: third.ownPayAmt, ecToken: third.revsToken, extData: {} },
    },
  });
  say(`  ${changed.ownNo}：付款后患者改了主意，全部退回（6203）。`);

  await client.call('6401', { data: { ...left.name, extData: {} } });
  const states = await Promise.all(uploaded.map(async (one) => (await find(client, one)).ordStas));
  if (!/^[46],6,7,12$/.test(states.join())) throw new Error(`线上订单的状态不对：${states.join()}`);
  say(`  ${left.ownNo}：患者没有付，撤销（6401）。`);
  for (const order of [first, second, third]) checkMoney(order);
}
