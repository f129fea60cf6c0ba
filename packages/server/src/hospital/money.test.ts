// The money of random bills: every identity of the interface holds, what is shown is taken, and a reversal gives it all back.
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { brokenIdentities, enteric, tablets, toSettlement } from '../../test/hospital-journey.ts';
import { families, openHospitalWorld, sample } from '../../test/hospital-world.ts';
import type { HospitalWorld } from '../../test/hospital-world.ts';

let world: HospitalWorld;
beforeAll(async () => {
  world = await openHospitalWorld();
});
afterAll(() => world.close());

const local = families.filter(({ area, status }) => area === '211200' && status === 'normal');
const giversOf = (personNo: string) =>
  sample.relations.filter(({ memberNo }) => memberNo === personNo).map(({ giverNo }) => giverNo);
const members = local.filter(({ personNo }) => giversOf(personNo).length > 0);
const hospitals = sample.institutions.filter(({ area, kind }) => area === '211200' && kind === 'hospital');

const bills = fc.record({
  patient: fc.oneof(fc.constantFrom(...members), fc.constantFrom(...local)),
  hospital: fc.constantFrom(...hospitals.map(({ code }) => code)),
  flag: fc.constantFrom('0', '1', '2'),
  items: fc.array(
    fc.record({
      item: fc.constantFrom(tablets, enteric),
      cents: fc.integer({ min: 1, max: 4000 }),
      count: fc.integer({ min: 1, max: 60 }),
    }),
    { minLength: 1, maxLength: 5 },
  ),
  reversed: fc.boolean(),
});
const fen = (yuan: number): number => Math.round(yuan * 100);
const balanceOf = async (personNo: string) =>
  (await world.ledger.parts(personNo)).reduce((total, part) => total + part.netFen, 0);

test('random bills of patients with and without relatives’ money', async () => {
  const seen = { shared: 0, own: 0, cash: 0, reversed: 0 };
  await fc.assert(
    fc.asyncProperty(bills, async ({ patient, hospital, flag, items, reversed }) => {
      const givers = giversOf(patient.personNo);
      const sharedOf = async () =>
        (await Promise.all(givers.map(balanceOf))).reduce((sum, each) => sum + each, 0);
      const before = { own: await balanceOf(patient.personNo), shared: await sharedOf() };
      const bought = items.map(({ item, cents, count }) => ({ code: item.code, price: cents / 100, count }));
      const { shown, settled, settlementId, visitId } = await toSettlement(world, hospital, patient, bought, {
        acct_used_flag: flag,
      });
      expect([shown.err_msg, settled.err_msg]).toEqual(['', '']);
      const { setlinfo } = settled.output;
      expect(brokenIdentities(shown.output.setlinfo)).toEqual([]);
      expect(brokenIdentities(setlinfo)).toEqual([]);
      const { setl_id, medins_setl_id, setl_time, ...taken } = setlinfo;
      expect(shown.output.setlinfo).toMatchObject(taken);
      expect([setl_id, medins_setl_id.length, setl_time.length]).toEqual([settlementId, 30, 19]);

      const totalFen = items.reduce((sum, { cents, count }) => sum + cents * count, 0);
      const sharedFen = fen(setlinfo.acct_mulaid_pay);
      const ownFen = fen(setlinfo.acct_pay) - sharedFen;
      expect(fen(setlinfo.medfee_sumamt)).toBe(totalFen);
      expect(await balanceOf(patient.personNo)).toBe(before.own - ownFen);
      expect(fen(setlinfo.balc)).toBe(before.own - ownFen);
      expect(await sharedOf()).toBe(before.shared - sharedFen);
      if (flag === '0') expect([ownFen, sharedFen]).toEqual([0, 0]);
      for (const giver of givers) expect(JSON.stringify(settled)).not.toContain(giver);
      seen.shared += Number(sharedFen > 0);
      seen.own += Number(ownFen > 0);
      seen.cash += Number(setlinfo.psn_cash_pay > 0);

      if (!reversed) return;
      const name = { setl_id, mdtrt_id: visitId, psn_no: patient.personNo };
      const back = await world.call(hospital, '2208', { data: name });
      expect(back.err_msg).toBe('');
      expect(brokenIdentities(back.output.setlinfo)).toEqual([]);
      for (const field of [
        'medfee_sumamt',
        'fund_pay_sumamt',
        'acct_pay',
        'acct_mulaid_pay',
        'psn_cash_pay',
      ] as const)
        expect(fen(back.output.setlinfo[field])).toBe(0 - fen(setlinfo[field]));
      expect(back.output.setlinfo.pdn_cash_pay).toBe(back.output.setlinfo.psn_cash_pay);
      expect([await balanceOf(patient.personNo), await sharedOf()]).toEqual([before.own, before.shared]);
      seen.reversed += 1;
    }),
    { numRuns: 30 },
  );
  expect((await world.ledger.verify()).problems).toEqual([]);
  // The bills have met every payer.
  for (const [name, times] of Object.entries(seen)) expect([name, times > 0]).toEqual([name, true]);
}, 60_000);
