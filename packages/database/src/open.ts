// Opens the database of a program: the embedded one or one's own, with roles and schema brought up to date.
import pg from 'pg';
import type { Pool } from 'pg';
import { startEmbedded } from './embedded.ts';
import type { Log } from './log.ts';
import { migrate } from './migrate.ts';
import type { Migration } from './migration.ts';
import { createPool } from './pool.ts';
import { DatabaseProblem } from './problem.ts';
import { applicationUrl, letApplicationSignIn, prepareRoles } from './roles.ts';

export interface OpenOptions {
  /** Claimed by the caller (`claimDataDirectory`). */
  dataDirectory: string;
  /** A server of one's own (DATABASE_URL); the embedded one if absent. */
  databaseUrl?: string | undefined;
  /** Of all packages, in the order in which they depend on each other. */
  migrations: readonly Migration[];
  log: Log;
  maxConnections?: number;
}

export interface OpenDatabase {
  /** Connects as `gongji_app`. */
  pool: Pool;
  /** For further pools and processes of the program; holds a password. */
  applicationUrl: string;
  /** Names of the migrations that this start applied. */
  migrated: string[];
  /** Ends the pool and, if embedded, the server. */
  stop(): Promise<void>;
}

/** Throws DatabaseProblem with a sentence for the operator; nothing is left running then. */
export async function openDatabase(options: OpenOptions): Promise<OpenDatabase> {
  const embedded = options.databaseUrl ? undefined : await startEmbedded(options);
  try {
    const ownerUrl = options.databaseUrl ?? embedded?.url ?? '';
    const client = await connect(ownerUrl);
    let url: string;
    let migrated: string[];
    try {
      await prepareRoles(client);
      url = embedded ? await letApplicationSignIn(client, ownerUrl) : applicationUrl(ownerUrl);
      migrated = await migrate(client, options.migrations);
    } finally {
      await client.end();
    }
    const pool = createPool(url, { log: options.log, max: options.maxConnections ?? 20 });
    return {
      pool,
      applicationUrl: url,
      migrated,
      async stop() {
        await pool.end();
        await embedded?.stop();
      },
    };
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}

async function connect(url: string): Promise<pg.Client> {
  let client: pg.Client;
  try {
    client = new pg.Client({ connectionString: url });
    await client.connect();
    return client;
  } catch (cause) {
    // The message names host and port, never the URL: it may hold a password.
    const why = cause instanceof Error ? cause.message || cause.name : String(cause);
    throw new DatabaseProblem(
      'unreachable',
      `无法连接数据库（${why}）：请检查 DATABASE_URL 和数据库服务器。`,
      cause,
    );
  }
}
