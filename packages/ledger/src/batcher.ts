// Gathers concurrent requests into batches, each processed in one transaction; while one runs, the next gathers.
import type { Pool, PoolClient } from 'pg';
import { withTransaction } from '@gongji/database';
import { isRetryable } from './retry.ts';

export interface BatcherOptions<Item, Result> {
  pool: Pool;
  /** Most items of one transaction. */
  maxBatch: number;
  /** Transactions at once. */
  connections: number;
  /** One result per item, in order. Must be safe to run again for the same items: by idempotency keys. */
  process: (tx: PoolClient, items: readonly Item[]) => Promise<readonly Result[]>;
  /** Tried first, without a transaction around it: the results, or undefined when nothing was done and `process` has to. */
  attempt?: (items: readonly Item[]) => Promise<readonly Result[] | undefined>;
}

export interface Batcher<Item, Result> {
  /** Resolves when the item's transaction is durable; rejects with the fault if it failed, alone, a second time. */
  submit(item: Item): Promise<Result>;
  /** Waits for all that was submitted; later submissions are faults. */
  close(): Promise<void>;
}

/** Each attempt finds what the batch before it has made, so that more than two are rare. */
const mostAttempts = 5;

interface Waiting<Item, Result> {
  item: Item;
  resolve: (result: Result) => void;
  reject: (error: unknown) => void;
}

/**
 * A batch starts as soon as a connection is free and takes what is there; it waits for nothing more. If its transaction fails
 * because of another one (deadlock, a key used by two batches at once) it is run again; if it fails otherwise (a lost
 * connection, a fault of one item) it is halved until what fails stands alone, so that one failing item fails alone.
 */
export function createBatcher<Item, Result>(options: BatcherOptions<Item, Result>): Batcher<Item, Result> {
  const { pool, maxBatch, connections, process, attempt } = options;
  let queue: Waiting<Item, Result>[] = [];
  let running = 0;
  let isScheduled = false;
  let whenIdle: (() => void) | undefined;
  let isClosed = false;

  const run = async (items: readonly Item[]): Promise<readonly Result[]> => {
    const results = (await attempt?.(items)) ?? (await withTransaction(pool, (tx) => process(tx, items)));
    if (results.length !== items.length)
      throw new Error(`${results.length} results for ${items.length} items`);
    return results;
  };

  const runPersistently = async (items: readonly Item[]): Promise<readonly Result[]> => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await run(items);
      } catch (error) {
        if (!isRetryable(error) || attempt === mostAttempts) throw error;
      }
    }
  };

  /** Halves a batch that fails until the items at fault stand alone; a single item is tried twice before it is rejected. */
  const runBatch = async (batch: readonly Waiting<Item, Result>[], isSecondTry: boolean): Promise<void> => {
    try {
      const results = await runPersistently(batch.map(({ item }) => item));
      batch.forEach(({ resolve }, index) => resolve(results[index]!));
    } catch (error) {
      if (batch.length > 1) {
        const half = Math.ceil(batch.length / 2);
        await runBatch(batch.slice(0, half), true);
        await runBatch(batch.slice(half), true);
      } else if (isSecondTry) {
        batch[0]?.reject(error);
      } else {
        await runBatch(batch, true);
      }
    }
  };

  const pump = (): void => {
    isScheduled = false;
    while (running < connections && queue.length > 0) {
      const batch = queue.slice(0, maxBatch);
      queue = queue.slice(maxBatch);
      running += 1;
      void runBatch(batch, false).finally(() => {
        running -= 1;
        schedule();
      });
    }
    if (running === 0 && queue.length === 0) whenIdle?.();
  };

  /** Once per turn of the event loop, so that requests that arrived together go together. */
  const schedule = (): void => {
    if (isScheduled) return;
    isScheduled = true;
    setImmediate(pump);
  };

  return {
    submit(item) {
      if (isClosed) return Promise.reject(new Error('the batcher is closed'));
      return new Promise((resolve, reject) => {
        queue.push({ item, resolve, reject });
        schedule();
      });
    },
    close() {
      isClosed = true;
      return new Promise((resolve) => {
        whenIdle = resolve;
        schedule();
      });
    },
  };
}
