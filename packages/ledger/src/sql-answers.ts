// Reads what was answered under idempotency keys.
import type { PoolClient } from 'pg';
import type { CommandKey, StoredAnswer } from './books.ts';
import { textColumn } from '@gongji/database';
import { recordTypes } from './entry.ts';
import { answerOf } from './outcome.ts';
import type { AnswerExtra } from './outcome.ts';

interface KeyRow {
  area: string;
  key: string;
  id: number;
  type: number;
  follows: number | null;
  content_hash: Buffer;
  extra: (AnswerExtra & { outcome?: unknown }) | null;
}

/** Stored answers by `area|key`. */
export async function readAnswers(
  tx: PoolClient,
  keys: readonly CommandKey[],
): Promise<Map<string, StoredAnswer>> {
  const { rows } = await tx.query<KeyRow>({
    name: 'ledger-stored',
    // `offset 0` keeps this a look-up by index for each key.
    text: `select found.area, found.key, found.id, found.type, found.follows, found.content_hash, found.extra
      from unnest($1::text[], $2::text[]) as asked (area, key)
      cross join lateral (select * from ledger.record r where r.key = asked.key and r.area = asked.area::bpchar offset 0) as found`,
    values: [textColumn(keys.map(({ area }) => area)), textColumn(keys.map(({ key }) => key))],
  });
  return new Map(
    rows.map((row) => [
      `${row.area}|${row.key}`,
      {
        contentHash: row.content_hash.toString('hex'),
        outcome:
          row.extra?.outcome ??
          answerOf(recordTypes[row.type - 1] ?? 'remembered', row.id, row.follows, row.extra ?? {}),
      },
    ]),
  );
}
