// Brings a catalogue in: all of a file or nothing, and done again it changes nothing.
import type { Pool, PoolClient } from 'pg';
import { canonicalJson } from '../kernel/canonical.ts';
import type { CatalogueItem } from './item.ts';
import { insertItems, readSameRows, rowKey } from './store.ts';

export interface CatalogueImported {
  added: number;
  /** Rows that were there already, the same in every figure. */
  unchanged: number;
}
export type CatalogueImport =
  | { ok: true; value: CatalogueImported }
  /** A row of the file, counted from 1, that changes figures that are in force already or stands in it twice. */
  | { ok: false; row: number; problem: string };

const lotSize = 500;

/** Reads `items` to its end, so many rows at a time. A refusal leaves nothing of the file behind. */
export async function importCatalogue(
  pool: Pool,
  items: AsyncIterable<CatalogueItem>,
): Promise<CatalogueImport> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('begin');
    const result = await importAll(client, items);
    await client.query(result.ok ? 'commit' : 'rollback');
    return result;
  } catch (fault) {
    await client.query('rollback').catch((error: Error) => (broken = error));
    throw fault;
  } finally {
    client.release(broken);
  }
}

async function importAll(client: PoolClient, items: AsyncIterable<CatalogueItem>): Promise<CatalogueImport> {
  const imported = { added: 0, unchanged: 0 };
  const seen = new Set<string>();
  let row = 0;
  for await (const lot of lotsOf(items)) {
    const there = await readSameRows(client, lot);
    const fresh: CatalogueItem[] = [];
    for (const item of lot) {
      row += 1;
      const key = rowKey(item);
      const named = `${item.code}（${item.name}）自 ${item.validFrom} 起的这一行`;
      if (seen.has(key)) return { ok: false, row, problem: `${named}在文件里出现了两次` };
      seen.add(key);
      const known = there.get(key);
      if (!known) fresh.push(item);
      else if (canonicalJson(known) === canonicalJson(item)) imported.unchanged += 1;
      else return { ok: false, row, problem: `${named}已经生效，不能修改；要调整请用新的开始日期增加一行` };
    }
    await insertItems(client, fresh);
    imported.added += fresh.length;
  }
  return { ok: true, value: imported };
}

async function* lotsOf(items: AsyncIterable<CatalogueItem>): AsyncGenerator<CatalogueItem[]> {
  let lot: CatalogueItem[] = [];
  for await (const item of items) {
    lot.push(item);
    if (lot.length < lotSize) continue;
    yield lot;
    lot = [];
  }
  if (lot.length > 0) yield lot;
}
