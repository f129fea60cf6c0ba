// Gives the sample world a past: bills and premiums of the further people, a cleared month, closed days and open differences.
import { samplePremiums, sampleVisits, sampleWorld } from '@gongji/sample';
import type { SampleWorld } from '@gongji/sample';
import type { Context, Ports, Services } from '@gongji/service';
import type { Ledger } from '@gongji/ledger';
import type { Pool } from 'pg';
import { momentOn } from './clock.ts';

const books = 'sample-books-1';
/** The month that is closed and cleared: a demonstration can be set to any later day and go on. */
const clearedMonth = '2024-01';
const areas = ['340500', '211200'];
const fileDay = '2024-10-14';
const atOnce = 6;

interface SamplePast {
  pool: Pool;
  ledger: Ledger;
  services: Services;
  /** Services whose daily files are the sample's. */
  servicesWith: (files: Ports['dailyFiles']) => Services;
  at: Date;
}

/** Done once; cut off in between it goes on, because every bill and premium has a key of its own. */
export async function importSampleBooks(past: SamplePast, say: (line: string) => void): Promise<void> {
  const { pool } = past;
  const done = await pool.query('select 1 from edge.sample_import where world = $1', [books]);
  if (done.rowCount) return;
  const world = sampleWorld();
  await settleVisits(past, world);
  await clearMonth(past);
  await payPremiums(past, world);
  await compareFiles(past);
  await pool.query('insert into edge.sample_import (world, imported_at) values ($1, $2)', [books, past.at]);
  say('导入示例账务：结算、保费、清算和对账');
}

const stamp = (day: string, at: Date) => ({ ...momentOn(day, at), channel: 'sample' });

async function settleVisits({ services, at }: SamplePast, world: SampleWorld): Promise<void> {
  const visits = sampleVisits(world);
  const places = new Map(world.institutions.map((place) => [place.code, place]));
  const settleOne = async (visit: (typeof visits)[number], number: number) => {
    const { personNo, institutionCode, day, totalFen, isReversed } = visit;
    const area = places.get(institutionCode)?.area ?? '';
    const staffNo = `C${institutionCode}`;
    const till: Context = {
      actor: { kind: 'staff', staffNo, role: 'cashier', area, institutionCode },
      ...stamp(day, at),
    };
    const bill = {
      totalFen,
      whollySelfPaidFen: Math.round(totalFen / 20),
      overPriceLimitFen: 0,
      preSelfPaidFen: Math.round(totalFen / 12),
    };
    const quote = await services.settlement.quote(till, {
      ...{ personNo, bill, chronic: [], accountUse: 'own-then-shared' },
    });
    if (!quote.ok) return;
    const { quoteId } = quote.value;
    const settled = await services.settlement.settle(till, { quoteId }, `${books}-bill-${number}`);
    if (!settled.ok || !isReversed) return;
    const { settlementId } = settled.value;
    await services.settlement.reverse(till, settlementId, { reason: '项目录错' }, `${books}-back-${number}`);
  };
  for (let start = 0; start < visits.length; start += atOnce) {
    await Promise.all(
      visits.slice(start, start + atOnce).map((visit, place) => settleOne(visit, start + place)),
    );
  }
}

async function clearMonth({ services, ledger, at }: SamplePast): Promise<void> {
  const [year = 0, month = 0] = clearedMonth.split('-').map(Number);
  const lastDay = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
  await services.clearing.run(clearedMonth, momentOn('2024-02-02', at));
  for (const area of areas) await ledger.sealDay(area, lastDay);
}

async function payPremiums({ services, at }: SamplePast, world: SampleWorld): Promise<void> {
  for (const [number, { giverNo, memberNo, day }] of samplePremiums(world).entries()) {
    const giver: Context = {
      actor: { kind: 'person', personNo: giverNo, area: `${giverNo.slice(0, 4)}00` },
      ...stamp(day, at),
    };
    const quote = await services.premium.quote(giver, { memberPersonNo: memberNo, coverageYear: 2025 });
    if (!quote.ok) continue;
    const { quoteId } = quote.value;
    await services.premium.pay(giver, { quoteId, cashForShortfall: true }, `${books}-premium-${number}`);
  }
}

/** Files of the day before the demo begins, in which a few rows are not as ours. */
async function compareFiles({ servicesWith, at }: SamplePast): Promise<void> {
  const header = 'reference,number,area,kind,amountFen,at';
  const rows = {
    tax: [
      ['sample-unknown-1', 'T20241014001', '340500', 'accepted', '40000', `${fileDay}T10:12:00+08:00`],
      ['sample-unknown-2', 'T20241014002', '211200', 'accepted', '40000', `${fileDay}T15:40:00+08:00`],
    ],
    cash: [['sample-unknown-3', 'Z20241014001', '211200', 'paid', '12000', `${fileDay}T15:38:00+08:00`]],
  };
  const services = servicesWith({
    async fetch(source) {
      const totalFen = rows[source].reduce((sum, row) => sum + Number(row[4]), 0);
      const lines = [
        header,
        ...rows[source].map((row) => row.join()),
        `TOTAL,${rows[source].length},,,${totalFen},`,
      ];
      return { result: 'file', text: `${lines.join('\n')}\n` };
    },
  });
  for (const source of ['tax', 'cash'] as const) await services.reconciliation.run(source, fileDay, at);
  await services.close();
}
