// Connection pools: bigints come back as safe numbers, dates as text, and an instant as a Date.
import pg from 'pg';
import type { Pool, PoolClient } from 'pg';
import type { Log } from './log.ts';

export interface PoolOptions {
  max?: number;
  applicationName?: string;
  /** Told when an idle connection breaks; the pool replaces it. */
  log?: Log;
}

const oid = { int8: 20, date: 1082, int8Array: 1016, dateArray: 1182 };

/** A safe integer, or a fault: money is never rounded. */
function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint ${text} is beyond the safe integers`);
  return value;
}

const parseTextArray = pg.types.getTypeParser(1009 as 16, 'text') as unknown as (
  text: string,
) => (string | null)[];

/* eslint-disable @typescript-eslint/no-explicit-any -- the signature of node-postgres */
function getTypeParser(id: number, format?: any): any {
  if (format === 'binary') return pg.types.getTypeParser(id, 'binary');
  if (id === oid.int8) return safeInteger;
  if (id === oid.date) return (text: string) => text;
  if (id === oid.dateArray) return parseTextArray;
  if (id === oid.int8Array) {
    return (text: string) => parseTextArray(text).map((item) => (item === null ? null : safeInteger(item)));
  }
  return pg.types.getTypeParser(id, 'text');
}
/* eslint-enable @typescript-eslint/no-explicit-any */

/** A pool on `url`. The caller ends it. */
export function createPool(url: string, options: PoolOptions = {}): Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 10,
    application_name: options.applicationName ?? 'gongji',
    types: { getTypeParser },
  });
  // Without listeners a broken connection would end the process; who works on it learns of it by the failing query.
  pool.on('error', (error) => {
    if (!pool.ending) options.log?.(`数据库的一个空闲连接断开了：${error.message}`);
  });
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/** Runs `work` in a transaction on one connection: committed when it returns, rolled back when it throws. */
export async function withTransaction<T>(pool: Pool, work: (tx: PoolClient) => Promise<T>): Promise<T> {
  const tx = await pool.connect();
  try {
    await tx.query('begin');
    const result = await work(tx);
    await tx.query('commit');
    tx.release();
    return result;
  } catch (error) {
    await tx.query('rollback').then(
      () => tx.release(),
      (broken: unknown) => tx.release(broken instanceof Error ? broken : true),
    );
    throw error;
  }
}

/** From here to the end of the transaction this connection sees only the area's rows, as staff. Rule: design, "Edges". */
export async function actAsStaffOf(tx: PoolClient, area: string): Promise<void> {
  await tx.query("select set_config('gongji.area', $1, true), set_config('role', 'gongji_staff', true)", [
    area,
  ]);
}
