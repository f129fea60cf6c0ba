// Work that waits for nobody: unfinished premium payments go on every two seconds, old sessions are removed every hour.
import type { Services } from '@gongji/service';
import type { BusinessClock } from './clock.ts';
import type { Log } from './log.ts';
import type { SessionStore } from './session/store.ts';

const premiumEveryMs = 2_000;
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

export function startWorker(parts: {
  services: Services;
  sessions: SessionStore;
  clock: BusinessClock;
  realNow: () => Date;
  log: Log;
}): Worker {
  const workers = [
    every(
      premiumEveryMs,
      () => parts.services.premium.resume(parts.clock.now().at),
      (error) => parts.log.error({ err: error }, 'unfinished premiums could not be carried on'),
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
