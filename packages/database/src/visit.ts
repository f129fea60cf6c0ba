// Opens the database for a command: beside the running program when there is one, else for itself, started and stopped.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { claimDataDirectory } from './claim.ts';
import { openDatabase } from './open.ts';
import type { OpenOptions } from './open.ts';
import { createPool } from './pool.ts';
import { DatabaseProblem } from './problem.ts';
import { applicationUrl } from './roles.ts';
import { ownerUrl } from './embedded.ts';
import type { Kept } from './embedded.ts';
import type { Pool } from 'pg';

export interface VisitedDatabase {
  /** Connects as `gongji_app`. */
  pool: Pool;
  close(): Promise<void>;
}

/**
 * A pool on the database of `dataDirectory` or `databaseUrl`. The embedded server of a running Gongji is used as it is;
 * without one it is started, brought up to date, and stopped by `close`. Throws DatabaseProblem.
 */
export async function visitDatabase(options: OpenOptions): Promise<VisitedDatabase> {
  if (options.databaseUrl !== undefined) return opened(options, () => undefined);
  try {
    const claim = claimDataDirectory(options.dataDirectory);
    return await opened(options, () => claim.release());
  } catch (error) {
    if (!(error instanceof DatabaseProblem) || error.code !== 'already-running') throw error;
    const pool = createPool(runningUrl(options.dataDirectory, error), { max: 4, log: options.log });
    return { pool, close: () => pool.end() };
  }
}

async function opened(options: OpenOptions, release: () => void): Promise<VisitedDatabase> {
  try {
    const database = await openDatabase({ ...options, maxConnections: 4 });
    return {
      pool: database.pool,
      async close() {
        await database.stop();
        release();
      },
    };
  } catch (error) {
    release();
    throw error;
  }
}

/** As the owner that changes to the program's role at once: the program's own password is known to it alone. */
function runningUrl(dataDirectory: string, otherwise: DatabaseProblem): string {
  const keptFile = path.join(dataDirectory, 'postgres.json');
  if (!existsSync(keptFile)) throw otherwise;
  return applicationUrl(ownerUrl(JSON.parse(readFileSync(keptFile, 'utf8')) as Kept));
}
