// Hears from the database what changed, on one connection, and tells the streams of those whom it concerns.
import pg from 'pg';
import type { Log } from '../log.ts';

/** Wait before a lost connection is opened again, in ms. */
const reopenMs = 1_000;

export interface EventHub {
  /** `tell` is called whenever something of one of the names changed; call the returned function to stop. */
  subscribe(names: readonly string[], tell: () => void): () => void;
  /** Called once when the hub closes, so that streams end. */
  onClose(end: () => void): () => void;
  close(): Promise<void>;
}

/** Opens the hub; a connection that is lost later is opened again, and everybody is told, as something may be missed. */
export async function openEventHub(databaseUrl: string, log: Log): Promise<EventHub> {
  const listeners = new Map<string, Set<() => void>>();
  const ends = new Set<() => void>();
  let closed = false;
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;

  const lose = (lost: pg.Client, error: unknown): void => {
    if (closed || client !== lost) return;
    client = undefined;
    log.warn({ err: error }, 'the connection that hears changes was lost');
    timer = setTimeout(() => void reopen(), reopenMs);
  };
  const open = async (): Promise<void> => {
    const fresh = new pg.Client({ connectionString: databaseUrl, application_name: 'gongji-events' });
    fresh.on('error', (error) => lose(fresh, error));
    fresh.on('end', () => lose(fresh, new Error('connection ended')));
    fresh.on('notification', ({ payload }) => {
      for (const tell of listeners.get(payload ?? '') ?? []) tell();
    });
    await fresh.connect();
    await fresh.query('listen gongji_changed');
    client = fresh;
  };
  const reopen = async (): Promise<void> => {
    if (closed) return;
    try {
      await open();
      for (const tellers of listeners.values()) for (const tell of tellers) tell();
    } catch (error) {
      log.warn({ err: error }, 'the connection that hears changes could not be opened');
      timer = setTimeout(() => void reopen(), reopenMs);
    }
  };
  await open();

  return {
    subscribe(names, tell) {
      for (const name of names) {
        const tellers = listeners.get(name) ?? new Set();
        listeners.set(name, tellers.add(tell));
      }
      return () => {
        for (const name of names) {
          const tellers = listeners.get(name);
          tellers?.delete(tell);
          if (tellers?.size === 0) listeners.delete(name);
        }
      };
    },
    onClose(end) {
      ends.add(end);
      return () => ends.delete(end);
    },
    async close() {
      closed = true;
      clearTimeout(timer);
      for (const end of ends) end();
      const last = client;
      client = undefined;
      await last?.end();
    },
  };
}
