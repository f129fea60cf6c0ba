// Gathers concurrent requests into batches, each processed in one transaction; while one runs, the next gathers.
import type { Pool, PoolClient } from 'pg';
import { withTransaction } from '@gongji/database';

export interface BatcherOptions<Item, Result> {
  pool: Pool;
  /** Most items of one transaction. */
  maxBatch: number;
  /** Transactions at once. */
  connections: number;
  /** One result per item, in order. Must be safe to run again for the same items: by idempotency keys. */
  process: (tx: PoolClient, items: readonly Item[]) => Promise<readonly Result[]>;
}

export interface Batcher<Item, Result> {
  /** Resolves when the item's transaction is durable; rejects with the fault if it failed, alone, a second time. */
  submit(item: Item): Promise<Result>;
  /** Waits for all that was submitted; later submissions are faults. */
  close(): Promise<void>;
}

interface Waiting<Item, Result> {
  item: Item;
  resolve: (result: Result) => void;
  reject: (error: unknown) => void;
}

/**
 * A batch starts as soon as a connection is free and takes what is there; it waits for nothing more. If its transaction fails
 * as a whole (deadlock, a key used by two batches at once, a lost connection, a fault of one item), each item is tried once more, alone.
 */
export function createBatcher<Item, Result>(options: BatcherOptions<Item, Result>): Batcher<Item, Result> {
  const { pool, maxBatch, connections, process } = options;
  let queue: Waiting<Item, Result>[] = [];
  let running = 0;
  let isScheduled = false;
  let whenIdle: (() => void) | undefined;
  let isClosed = false;

  const run = async (items: readonly Item[]): Promise<readonly Result[]> => {
    const results = await withTransaction(pool, (tx) => process(tx, items));
    if (results.length !== items.length)
      throw new Error(`${results.length} results for ${items.length} items`);
    return results;
  };

  const runBatch = async (batch: readonly Waiting<Item, Result>[]): Promise<void> => {
    try {
      const results = await run(batch.map(({ item }) => item));
      batch.forEach(({ resolve }, index) => resolve(results[index]!));
    } catch {
      for (const { item, resolve, reject } of batch) {
        await run([item]).then((results) => resolve(results[0]!), reject);
      }
    }
  };

  const pump = (): void => {
    isScheduled = false;
    while (running < connections && queue.length > 0) {
      const batch = queue.slice(0, maxBatch);
      queue = queue.slice(maxBatch);
      running += 1;
      void runBatch(batch).finally(() => {
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
