// Idempotency of service calls: the same actor, key and content get the same answer, and the work is done once.
import type { FieldCipher } from '@gongji/database';
import type { PoolClient } from 'pg';
import { actorId } from './action.ts';
import { canonicalJson } from './canonical.ts';
import type { Context } from './context.ts';
import { refuse } from './result.ts';
import type { Result } from './result.ts';
import { place } from './place.ts';
import type { Queryable } from './transact.ts';

export interface Request {
  context: Context;
  /** The area whose rows are written; staff may only name their own. */
  area: string;
  /** The caller's idempotency key. */
  key: string;
  /** What was asked: name of the call, ids of the path and body. */
  content: unknown;
}

interface StoredRow {
  content_hash: Buffer;
  answer_enc: Buffer | null;
}

/** The key of a clerk or a helper for one person is none for another. */
function actorKey({ actor }: Context): string {
  if (actor.kind === 'person' && actor.clerk) return `staff:${actor.clerk.staffNo}:${actor.personNo}`;
  if (actor.kind === 'person' && actor.helper) return `helper:${actor.helper.personNo}:${actor.personNo}`;
  return `${actor.kind}:${actorId(actor)}`;
}
const answerPlace = (request: Request) =>
  place('request.answer_enc', `${actorKey(request.context)}/${request.key}`);

/**
 * Runs `work` once per actor and key inside the caller's transaction. The row comes first: a second caller with the same
 * key waits for the first to commit and gets its answer. Other content under the same key is refused with `key-reused`.
 * A refusal must roll the transaction back (`transact` does), so that the key stays free for the next try.
 */
export async function idempotent<Value>(
  client: PoolClient,
  cipher: FieldCipher,
  request: Request,
  work: () => Promise<Result<Value>>,
): Promise<Result<Value>> {
  const { rowCount } = await client.query(
    `insert into gongji.request (area, actor, key, content_hash, at) values ($1, $2, $3, $4, $5)
     on conflict do nothing`,
    [request.area, actorKey(request.context), request.key, contentHash(cipher, request), request.context.at],
  );
  if (rowCount === 0) {
    const stored = await storedAnswer<Value>(client, cipher, request);
    if (!stored) throw new Error('An idempotency key was taken by a row that cannot be read');
    return stored;
  }
  const result = await work();
  if (result.ok) {
    await client.query(`update gongji.request set answer_enc = $3 where actor = $1 and key = $2`, [
      actorKey(request.context),
      request.key,
      cipher.encrypt(JSON.stringify(result.value), answerPlace(request)),
    ]);
  }
  return result;
}

/** The stored answer of an earlier call, before any work or outside call is done; undefined when there is none. */
export async function storedAnswer<Value>(
  client: Queryable,
  cipher: FieldCipher,
  request: Request,
): Promise<Result<Value> | undefined> {
  const { rows } = await client.query<StoredRow>(
    `select content_hash, answer_enc from gongji.request where actor = $1 and key = $2`,
    [actorKey(request.context), request.key],
  );
  const row = rows[0];
  if (!row) return undefined;
  if (!row.content_hash.equals(contentHash(cipher, request)) || !row.answer_enc) return refuse('key-reused');
  return {
    ok: true,
    value: JSON.parse(cipher.decryptText(row.answer_enc, answerPlace(request))) as Value,
  };
}

function contentHash(cipher: FieldCipher, request: Request): Buffer {
  return cipher.lookupHash(canonicalJson(request.content));
}
