// Work that waits for nobody: premiums and notices go on, the ledger's chores are done, days sealed, old sessions removed.
import type { Ledger } from '@gongji/ledger';
import type { PolicyShelf, Services } from '@gongji/service';
import { realMoment } from './clock.ts';
import type { BusinessClock } from './clock.ts';
import type { Log } from './log.ts';
import type { SessionStore } from './session/store.ts';

const dayMs = 24 * 60 * 60 * 1000;
const premiumEveryMs = 2_000;
const choresEveryMs = 30_000;
const sealEveryMs = 10 * 60 * 1000;
/** A request that began before midnight may still be posted on its day. */
const sealAfterMs = 60 * 60 * 1000;
const mostExpiries = 1_000;
const reportEveryMs = 30_000;
const mostBlocks = 20;
const noticesEveryMs = 1_000;
const policiesEveryMs = 1_000;
const messagesEveryMs = 1_000;
const windowsEveryMs = 60_000;
const hourMs = 60 * 60 * 1000;
const sweepEveryMs = 60 * 60 * 1000;

export interface Worker {
  /** Ends when what is under way is done. */
  stop(): Promise<void>;
}

/** Runs `work` again and again, never twice at once; a failure is logged and the next turn tries again. */
function every(ms: number, work: () => Promise<unknown>, fail: (error: unknown) => void): Worker {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let turn: Promise<void> = Promise.resolve();
  const run = (): void => {
    turn = Promise.resolve()
      .then(work)
      .then(() => undefined, fail)
      .then(() => {
        if (!stopped) timer = setTimeout(run, ms);
      });
  };
  run();
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await turn;
    },
  };
}

/** Gives back what is due: holds whose time is over by the database's clock, and those of relations that ended. */
export async function doLedgerChores(
  parts: Pick<WorkerParts, 'services' | 'ledger' | 'clock'>,
): Promise<void> {
  const expired = await parts.ledger.expireDue(mostExpiries);
  const { at } = parts.clock.now();
  await parts.services.relation.releaseEnded(at);
  if (expired.length > 0) await parts.services.premium.resume(at);
}

/**
 * Seals yesterday an hour after midnight; days on which no server ran are sealed with it. Not in a demonstration, whose day
 * may be set back.
 */
export async function sealOver({ ledger, clock }: Pick<WorkerParts, 'ledger' | 'clock'>): Promise<void> {
  if (clock.demo) return;
  const { at } = clock.now();
  await ledger.sealAll(realMoment(new Date(at.getTime() - sealAfterMs - dayMs)).today);
}

/** Each business day as soon as it begins, and every hour of it for who was bound meanwhile. */
function tellWindowsHourly({
  services,
  clock,
  realNow,
}: Pick<WorkerParts, 'services' | 'clock' | 'realNow'>): () => Promise<void> {
  let told: { today: string; atMs: number } | undefined;
  return async () => {
    const { at, today } = clock.now();
    const atMs = realNow().getTime();
    if (told?.today === today && atMs - told.atMs < hourMs) return;
    await services.notice.tellWindows({ at, today });
    told = { today, atMs };
  };
}

interface WorkerParts {
  services: Services;
  policies: PolicyShelf;
  ledger: Ledger;
  sessions: SessionStore;
  clock: BusinessClock;
  realNow: () => Date;
  log: Log;
}

export function startWorker(parts: WorkerParts): Worker {
  const workers = [
    every(
      premiumEveryMs,
      () => parts.services.premium.resume(parts.clock.now().at),
      (error) => parts.log.error({ err: error }, 'unfinished premiums could not be carried on'),
    ),
    every(
      choresEveryMs,
      () => doLedgerChores(parts),
      (error) => parts.log.error({ err: error }, 'what was due in the ledger could not be given back'),
    ),
    every(
      sealEveryMs,
      () => sealOver(parts),
      (error) => parts.log.error({ err: error }, 'the days that are over could not be sealed'),
    ),
    every(
      sealEveryMs,
      () => parts.services.audit.seal(parts.clock.now().at),
      (error) => parts.log.error({ err: error }, 'what was recorded could not be sealed'),
    ),
    every(
      reportEveryMs,
      () => parts.services.report.sumBlocks(mostBlocks),
      (error) => parts.log.error({ err: error }, 'payments could not be summed for the dashboards'),
    ),
    every(
      noticesEveryMs,
      () => parts.services.hospital.sendOrderNotices(parts.realNow(), parts.clock.now().at),
      (error) => parts.log.error({ err: error }, 'notices of paid orders could not be sent'),
    ),
    every(
      policiesEveryMs,
      () => parts.policies.refresh(),
      (error) => parts.log.error({ err: error }, 'published policies could not be taken'),
    ),
    every(
      messagesEveryMs,
      () => parts.services.notice.sendDue(parts.realNow()),
      (error) => parts.log.error({ err: error }, 'waiting messages could not be sent'),
    ),
    every(windowsEveryMs, tellWindowsHourly(parts), (error) =>
      parts.log.error({ err: error }, 'people could not be told of premium windows'),
    ),
    every(
      sweepEveryMs,
      () => parts.sessions.sweep(parts.realNow()),
      (error) => parts.log.error({ err: error }, 'old sessions could not be removed'),
    ),
  ];
  return {
    stop: async () => {
      await Promise.all(workers.map((worker) => worker.stop()));
    },
  };
}
