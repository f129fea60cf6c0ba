// Brings a catalogue in: all of a file or nothing, and done again it changes nothing.
import type { Readable } from 'node:stream';
import type { Pool, PoolClient } from 'pg';
import { canonicalJson } from '../kernel/canonical.ts';
import { done } from '../kernel/result.ts';
import { transact } from '../kernel/transact.ts';
import type { CatalogueItem } from './item.ts';
import { CatalogueFileProblem, readCatalogueFile } from './read-file.ts';
import { insertItems, readSameRows, rowKey } from './store.ts';

export interface CatalogueImported {
  added: number;
  /** Rows that were there already, the same in every figure. */
  unchanged: number;
}

interface ReadRow {
  item: CatalogueItem;
  line: number;
}

const lotSize = 500;

/** Reads `file` to its end. Throws CatalogueFileProblem, and leaves nothing of the file behind then. */
export async function importCatalogue(pool: Pool, file: Readable): Promise<CatalogueImported> {
  const result = await transact(pool, async (client) => {
    const imported = { added: 0, unchanged: 0 };
    const seen = new Set<string>();
    for await (const lot of lotsOf(readCatalogueFile(file))) {
      const added = await importLot(client, lot, seen);
      imported.added += added;
      imported.unchanged += lot.length - added;
    }
    return done(imported);
  });
  if (!result.ok) throw new Error('An import that refuses nothing was refused');
  return result.value;
}

/** How many rows of the lot were new. */
async function importLot(client: PoolClient, lot: readonly ReadRow[], seen: Set<string>): Promise<number> {
  const there = await readSameRows(
    client,
    lot.map((row) => row.item),
  );
  const fresh: CatalogueItem[] = [];
  for (const { item, line } of lot) {
    const key = rowKey(item);
    const named = `${item.code}（${item.name}）自 ${item.validFrom} 起的内容`;
    if (seen.has(key)) throw new CatalogueFileProblem(line, `${named}在文件里出现了两次`);
    seen.add(key);
    const known = there.get(key);
    if (!known) fresh.push(item);
    else if (canonicalJson(known) !== canonicalJson(item)) {
      throw new CatalogueFileProblem(line, `${named}已经导入过，不能修改；要调整请用新的开始日期增加一行`);
    }
  }
  await insertItems(client, fresh);
  return fresh.length;
}

async function* lotsOf(rows: AsyncIterable<ReadRow>): AsyncGenerator<ReadRow[]> {
  let lot: ReadRow[] = [];
  for await (const row of rows) {
    lot.push(row);
    if (lot.length < lotSize) continue;
    yield lot;
    lot = [];
  }
  if (lot.length > 0) yield lot;
}
