// How many transfers and complete settlements a second the ledger takes, beside pgbench's TPC-B on the same durable server.
import { createLedger, ledgerMigrations } from '@gongji/ledger';
import type { AccountRef, Ledger, Leg } from '@gongji/ledger';
import { serviceMigrations } from '@gongji/service';
import type { Bench } from './shared/bench.ts';
import { openDurable } from './shared/durable.ts';
import { median } from './shared/rounds.ts';
import { settleBills } from './shared/settlements.ts';

const rounds = 3;
const turnMs = 3_000;
const pgbenchSeconds = 3;
const accounts = 10_000;
const settledPatients = 1_000;
/** Callers that each wait for their answer before they ask again. */
const callers = 4_000;
const area = '340500';
const at = new Date('2024-10-15T09:00:00+08:00');

const person = (index: number): AccountRef => ({
  area,
  kind: 'personal',
  owner: `P${index}`,
  partYear: 2024,
});
const source: AccountRef = { area, kind: 'contributions', owner: 'bench' };
const fund: AccountRef = { area, kind: 'fund', owner: 'employee' };

let serial = 0;
async function submit(ledger: Ledger, legs: Leg[]): Promise<void> {
  serial += 1;
  const outcome = await ledger.submit({
    type: 'post',
    area,
    key: `transfer:${serial}`,
    kind: 'bench',
    reference: `set_${serial}`,
    businessDate: '2024-10-15',
    at,
    legs,
  });
  if (!outcome.ok) throw new Error(`a transfer was refused: ${outcome.reason}`);
}

const move = (from: AccountRef, to: AccountRef, amountFen: number): Leg[] => [
  { account: from, amountFen: -amountFen },
  { account: to, amountFen },
];
const any = (): AccountRef => person(Math.floor(Math.random() * accounts));

/** Keeps `callers` requests under way for a turn; requests per second. */
async function turn(ask: () => Promise<void>): Promise<number> {
  const from = performance.now();
  let done = 0;
  const caller = async (): Promise<void> => {
    while (performance.now() - from < turnMs) {
      await ask();
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: callers }, caller));
  return (done * 1000) / (performance.now() - from);
}

/** The latency that one in a hundred requests exceeds, in ms, at a steady rate. */
async function p99At(perSecond: number, ask: () => Promise<void>): Promise<number> {
  const latencies: number[] = [];
  const waiting: Promise<void>[] = [];
  const from = performance.now();
  let asked = 0;
  while (performance.now() - from < turnMs) {
    const due = ((performance.now() - from) * perSecond) / 1000;
    for (; asked < due; asked += 1) {
      const began = performance.now();
      waiting.push(ask().then(() => void latencies.push(performance.now() - began)));
    }
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await Promise.all(waiting);
  latencies.sort((a, b) => a - b);
  return latencies[Math.floor(latencies.length * 0.99)] ?? 0;
}

export const run: Bench = async (say) => {
  const database = await openDurable([ledgerMigrations, serviceMigrations]);
  const ledger = createLedger({ pool: database.pool });
  try {
    await Promise.all(
      Array.from({ length: accounts }, (_, index) => submit(ledger, move(source, person(index), 1e10))),
    );
    await submit(ledger, move(source, fund, 1e13));
    const cold = () => submit(ledger, move(any(), any(), 1));
    const hot = () => submit(ledger, move(fund, any(), 1));
    await turn(cold);
    const speeds = { cold: [] as number[], hot: [] as number[], tpcb: [] as number[] };
    let walBytes = 0;
    for (let round = 0; round < rounds; round += 1) {
      const best: number[] = [];
      for (const clients of [1, 8, 32]) best.push(await database.tpcb(clients, pgbenchSeconds));
      speeds.tpcb.push(Math.max(...best));
      const [walBefore, before] = [await database.walBytes(), serial];
      speeds.cold.push(await turn(cold));
      walBytes = ((await database.walBytes()) - walBefore) / (serial - before);
      speeds.hot.push(await turn(hot));
      say(
        `round ${round + 1}: TPC-B ${Math.round(speeds.tpcb.at(-1) ?? 0)}/s, transfers ${Math.round(speeds.cold.at(-1) ?? 0)}/s, one account in all ${Math.round(speeds.hot.at(-1) ?? 0)}/s`,
      );
    }
    const transfers = median(speeds.cold);
    const tpcb = median(speeds.tpcb);
    const settlements = median(await settleBills(database.pool, ledger, settledPatients, rounds));
    const p99Ms = await p99At(transfers / 2, cold);
    const report = await ledger.verify();
    if (!report.ok) throw new Error(`the books do not verify: ${JSON.stringify(report.problems)}`);
    return {
      transfersPerSecond: Math.round(transfers),
      hotAccountTransfersPerSecond: Math.round(median(speeds.hot)),
      settlementsPerSecond: Math.round(settlements),
      pgbenchTpcbPerSecond: Math.round(tpcb),
      ratioTransfers: Number((transfers / tpcb).toFixed(2)),
      ratioSettlements: Number((settlements / tpcb).toFixed(2)),
      ratioHotAccount: Number((median(speeds.hot) / tpcb).toFixed(2)),
      p99Ms: Number(p99Ms.toFixed(1)),
      walBytesPerTransfer: Math.round(walBytes),
    };
  } finally {
    await ledger.close();
    await database.stop();
  }
};
