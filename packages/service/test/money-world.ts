// Premium, settlement and usage on a fresh database, with the outside in memory and people whose money is counted.
import { createFieldCipher } from '@gongji/database';
import { testDatabase } from '@gongji/database/testing';
import { createLedger, ledgerMigrations } from '@gongji/ledger';
import { readPolicyLibrary } from '@gongji/policy/node';
import type { Pool } from 'pg';
import { expect } from 'vitest';
import { serviceMigrations } from '../src/index.ts';
import type { Context, PersonImport, Ports } from '../src/index.ts';
import { verifyRecords } from '../src/kernel/verify-records.ts';
import { createPersonService } from '../src/person/create.ts';
import { createPremiumService } from '../src/premium/create.ts';
import { createRelationService } from '../src/relation/create.ts';
import { createSettlementService } from '../src/settlement/create.ts';
import { createUsageService } from '../src/usage/create.ts';
import { fakeCashChannel, fakeDailyFiles, fakeTaxBureau } from './outside.ts';
import { fakeRegistry } from './registry.ts';

const key = (letter: string) => Buffer.alloc(32, letter).toString('base64');
const opening = new Date('2024-01-02T09:00:00+08:00');

export const hospitals = {
  tieling1: { code: 'H21120000001', name: '演示乡镇卫生院', kind: 'hospital', level: 1, area: '211200' },
  tieling3: { code: 'H21120000003', name: '演示中心医院', kind: 'hospital', level: 3, area: '211200' },
  pharmacy: { code: 'P21120000001', name: '演示大药房', kind: 'pharmacy', level: null, area: '211200' },
  shenyang: { code: 'H21010000001', name: '演示省城医院', kind: 'hospital', level: 3, area: '210100' },
} as const;

export type MoneyWorld = Awaited<ReturnType<typeof openMoneyWorld>>;

export async function openMoneyWorld() {
  const database = await testDatabase({ migrations: [ledgerMigrations, serviceMigrations] });
  const library = readPolicyLibrary();
  const cipher = createFieldCipher({ active: 'k1', keys: { k1: key('a') }, lookup: key('b') });
  const ledger = createLedger({ pool: database.appPool });
  const taxBureau = fakeTaxBureau();
  const cashChannel = fakeCashChannel();
  const faults: object[] = [];
  const log = {
    info: () => undefined,
    warn: () => undefined,
    error: (details: object) => void faults.push(details),
  };
  const ports: Ports = {
    registry: fakeRegistry(),
    taxBureau,
    cashChannel,
    sms: { send: async () => ({ result: 'sent' }), sendToHost: async () => ({ result: 'sent' }) },
    dailyFiles: fakeDailyFiles(),
    institutions: { tellPaid: () => Promise.reject(new Error('no order is paid here')) },
  };
  const deps = {
    ...{ pool: database.appPool, ledger, library, cipher, ports, log },
    publicUrl: 'http://localhost:7300',
    signIns: { search: async () => [] },
  };
  const person = createPersonService(deps);
  const relation = createRelationService(deps);
  const settlement = createSettlementService(deps, relation);
  /** Without lease and delay, so that every race is tried. */
  const premiumOn = (pool: Pool, otherPorts: Ports = ports) =>
    createPremiumService({ ...deps, pool, ports: otherPorts }, relation, { leaseMs: 0, confirmMs: 0 });

  await person.importInstitutions(
    Object.values(hospitals).map((each) => ({ ...each, accessKey: `ak-${each.code}`, secret: 'sample' })),
  );
  await person.importFunds(
    (['employee', 'resident'] as const).flatMap((scheme) =>
      ['211200', '340500'].map((area) => ({ area, scheme, year: 2024, fen: 1_000_000_000 })),
    ),
    opening,
  );

  return {
    ...{ database, deps, ledger, library, taxBureau, cashChannel, faults, ports, premiumOn },
    ...{
      person,
      relation,
      settlement,
      premium: premiumOn(database.appPool),
      usage: createUsageService(deps),
    },

    async add(...people: PersonImport[]) {
      await person.import(people, opening);
    },

    /** `member` is the child of `giver`, bound before the tests begin. */
    async bind(giver: PersonImport, ...members: PersonImport[]) {
      await relation.importBound(
        members.map((member) => ({
          giverNo: giver.personNo,
          memberNo: member.personNo,
          relation: 'child' as const,
        })),
        opening,
      );
    },

    /** Ends a relation as the giver would. */
    async unbind(giver: PersonImport, member: PersonImport) {
      await database.ownerPool.query(
        `update gongji.relation set state = 'ended', ended_at = now()
         where giver_no = $1 and member_no = $2 and state = 'active'`,
        [giver.personNo, member.personNo],
      );
    },

    /** Money of a person by year, `[year, net, held]` in fen. */
    async money({ personNo }: PersonImport) {
      return (await ledger.parts(personNo)).map(({ partYear, netFen, heldFen }) => [
        partYear,
        netFen,
        heldFen,
      ]);
    },

    /** Invariants 1, 2 and 7: the books balance, nothing is overdrawn, no record was altered. */
    async expectSoundBooks() {
      const report = await ledger.verify();
      expect(report.problems).toEqual([]);
      expect(report.ok).toBe(true);
      expect(await verifyRecords(database.appPool)).toEqual([]);
    },

    async close() {
      await settlement.close();
      await ledger.close();
      await database.drop();
    },
  };
}

export const cashier = (
  { code, area }: { code: string; area: string },
  day = '2024-10-15',
  time = '10:30:00',
): Context => ({
  actor: { kind: 'staff', staffNo: `C${code}`, role: 'cashier', area, institutionCode: code },
  at: new Date(`${day}T${time}+08:00`),
  today: day,
  channel: 'till',
});
