// The patient's own part of online orders: codes for the till, and an order that is seen and confirmed on the phone.
import { startPart } from '@gongji/outside';
import type { RunningPart } from '@gongji/outside';
import type { SamplePerson } from '@gongji/sample';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openHospitalWorld, families, sample } from '../../test/hospital-world.ts';
import type { HospitalWorld } from '../../test/hospital-world.ts';
import { giver, hospital, onlineOrders, patient } from '../../test/online-orders.ts';

let world: HospitalWorld;
let software: RunningPart;
let orders: ReturnType<typeof onlineOrders>;
beforeAll(async () => {
  software = await startPart('hospital', { basePort: 0, publicUrl: '', day: '2024-10-15' });
  world = await openHospitalWorld(software.url);
  orders = onlineOrders(world);
});
afterAll(async () => {
  await world.close();
  await software.close();
});

const by = ({ personNo, area }: SamplePerson) => ({
  ...{ ...world.clock, channel: 'web' },
  actor: { kind: 'person' as const, personNo, area },
});
const must = <Value>(result: { ok: true; value: Value } | { ok: false; code: string }): Value => {
  if (!result.ok) throw new Error(`refused: ${result.code}`);
  return result.value;
};
const seen = async (orderId: string, person = patient) =>
  must(await world.services.hospital.myOrder(by(person), orderId));

const isMinor = ({ bornOn }: SamplePerson) => bornOn > '2006-10-15';
const personOf = (personNo: string) => families.find((person) => person.personNo === personNo);
const parentOf = (isChildMinor: boolean) => {
  const relation = sample.relations.find(({ relation: kind, memberNo, giverNo, ...rest }) => {
    const [child, parent] = [personOf(memberNo), personOf(giverNo)];
    return kind === 'child' && child && parent && isMinor(child) === isChildMinor && !('endedOn' in rest);
  });
  return relation && { parent: personOf(relation.giverNo)!, child: personOf(relation.memberNo)! };
};

describe('the codes for the till', () => {
  test('are the own one and those of children in one’s care; each finds its own person', async () => {
    const { parent, child } = parentOf(true)!;
    const { items, validSeconds } = must(await world.services.hospital.credentials(by(parent)));
    expect(validSeconds).toBe(300);
    expect(items[0]).toMatchObject({ personNo: parent.personNo, isOwn: true });
    expect(items.map(({ personNo }) => personNo)).toContain(child.personNo);
    for (const { personNo, credential } of items) {
      const code = sample.institutions.find(({ area }) => area === parent.area)!.code;
      const found = await world.call(code, '1101', {
        data: { mdtrt_cert_type: '01', mdtrt_cert_no: credential },
      });
      expect(found.output.baseinfo.psn_no).toBe(personNo);
    }
  });

  test('are never those of a relative who is of age, nor of anybody for staff', async () => {
    const { items } = must(await world.services.hospital.credentials(by(giver)));
    for (const { personNo, isOwn } of items) {
      expect(isOwn || isMinor(personOf(personNo)!), personNo).toBe(true);
    }
    const actor = { kind: 'system' as const, name: 'test' };
    expect(await world.services.hospital.credentials({ ...by(giver), actor })).toMatchObject({
      code: 'not-allowed',
    });
  });
});

describe('an order on the phone', () => {
  test('is told of at once, shown with what each pays, confirmed, and the hospital gets its notice', async () => {
    const before = await orders.giverBalance();
    const one = await orders.uploaded();
    const { payOrdId, extData } = one;
    expect(dataText(one)).toContain(`/orders/${payOrdId}`);
    expect(await world.told(`${payOrdId}:`)).toContainEqual({
      kind: 'order-to-pay',
      personNo: patient.personNo,
    });
    const { items } = must(await world.services.hospital.myOrders(by(patient)));
    expect(items[0]).toMatchObject({ orderId: payOrdId, isPayable: true, stateText: '等您确认付款' });
    const shown = await seen(payOrdId);
    expect(shown.lines.length).toBe(one.asked.data.feedetailList.length);
    expect(shown.lines.reduce((sum, { fen }) => sum + fen, 0)).toBe(shown.totalFen);
    expect(shown.totalFen).toBe(Math.round(Number(extData['feeSumamt']) * 100));
    expect(await orders.giverBalance()).toBe(before);

    const paid = must(await world.services.hospital.payMyOrder(by(patient), payOrdId));
    expect(before - (await orders.giverBalance())).toBe(shown.sharedFen);
    const { fundFen, ownAccountFen, sharedFen, cashFen } = shown;
    expect(paid).toMatchObject({ state: 'insurance-paid', fundFen, ownAccountFen, sharedFen, cashFen });
    const found = await orders.find(one);
    expect(found).toMatchObject({ ordStas: '4', psnAcctPay: (ownAccountFen + sharedFen) / 100 });

    await world.services.hospital.sendOrderNotices(new Date(Date.now() + 60_000), world.clock.at);
    const { notices } = (await (await fetch(`${software.url}/notices`)).json()) as {
      notices: { data: Record<string, unknown> }[];
    };
    expect(notices.filter(({ data }) => data['payOrdId'] === payOrdId)).toMatchObject([
      { data: { feeSumamt: shown.totalFen / 100, psnAcctPay: (ownAccountFen + sharedFen) / 100 } },
    ]);
    // Everything that the hospital can do with an order paid by 6202, it can do with this one.
    expect((await world.call(hospital, '6203', orders.refund({ ...one, paid: found }))).err_msg).toBe('');
    expect(await orders.giverBalance()).toBe(before);
    expect((await seen(payOrdId)).state).toBe('given-back');
  });

  test('is paid once, however often it is pressed and while the hospital sends 6202 too', async () => {
    const before = await orders.giverBalance();
    const one = await orders.uploaded();
    const answers = await Promise.all([
      ...Array.from({ length: 4 }, () => world.services.hospital.payMyOrder(by(patient), one.payOrdId)),
      orders.pay(one),
    ]);
    expect(answers.length).toBe(5);
    const { state, sharedFen } = await seen(one.payOrdId);
    expect(state).toBe('insurance-paid');
    expect(before - (await orders.giverBalance())).toBe(sharedFen);
    expect((await world.ledger.verify()).problems).toEqual([]);
  });

  test('takes nothing when it ran out, was withdrawn, or is somebody else’s', async () => {
    const one = await orders.uploaded();
    const before = await orders.giverBalance();
    const start = world.clock.at;
    world.clock.at = new Date(start.getTime() + 31 * 60_000);
    try {
      expect(await seen(one.payOrdId)).toMatchObject({ state: 'over', isPayable: false });
      const late = await world.services.hospital.payMyOrder(by(patient), one.payOrdId);
      expect(late).toMatchObject({ ok: false, code: 'my-order-changed' });
    } finally {
      world.clock.at = start;
    }
    const stranger = await world.services.hospital.payMyOrder(by(giver), one.payOrdId);
    expect(stranger).toMatchObject({ ok: false, code: 'not-found' });
    await world.call(hospital, '6401', orders.name(one));
    const withdrawn = await world.services.hospital.payMyOrder(by(patient), one.payOrdId);
    expect(withdrawn).toMatchObject({ ok: false, code: 'my-order-closed', details: { state: '已撤销' } });
    expect(await orders.giverBalance()).toBe(before);
  });

  test('a suspended institution is paid nothing', async () => {
    const one = await orders.uploaded();
    const set = (state: string) =>
      world.database.ownerPool.query('update gongji.institution set state = $2 where code = $1', [
        hospital,
        state,
      ]);
    await set('suspended');
    const refused = await world.services.hospital.payMyOrder(by(patient), one.payOrdId);
    await set('open');
    expect(refused).toMatchObject({ ok: false, code: 'my-order-changed' });
  });
});

const dataText = (one: object): string => JSON.stringify(one);
