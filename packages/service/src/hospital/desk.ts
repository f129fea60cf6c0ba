// The desk: messages that came together are done, answered and kept in one transaction, a few statements for all of them.
import type { FieldCipher } from '@gongji/database';
import { createBatcher } from '@gongji/ledger';
import type { Pool, PoolClient } from 'pg';
import { refuse } from '../kernel/result.ts';
import type { Refusal, Result } from '../kernel/result.ts';
import { insertAnswers, messageKey, storedAnswers } from './answer.ts';
import type { OnceMessage } from './answer.ts';
import { insertMessages } from './message.ts';
import type { Answered, Message } from './message.ts';

/** How the sender's words are made of an outcome; called inside the transaction, so that what is kept is what is sent. */
export interface Wording<Value> {
  done(value: Value): Answered;
  refused(refusal: Refusal): Answered;
  /** Of an output that was stored earlier. */
  stored(output: string): Answered;
}

/** One message with what it asks for. */
export interface Asked<Body> {
  message: OnceMessage;
  body: Body;
}

/**
 * Does all messages of one kind: one outcome for each, in order. Refusals are decided before anything is written, so that a
 * refused message leaves nothing behind.
 */
type Work<Body, Value> = (tx: PoolClient, asked: readonly Asked<Body>[]) => Promise<readonly Result<Value>[]>;

/** Work by its name, in the order in which a batch does it. */
export type Works = Readonly<Record<string, Work<never, unknown>>>;
export type BodyOf<Of> = Of extends Work<infer Body, unknown> ? Body : never;
export type ValueOf<Of> = Of extends Work<never, infer Value> ? Value : never;

type Item =
  | { kind: null; message: Message; answered: Answered; once: OnceMessage | undefined }
  | { kind: string; message: OnceMessage; body: unknown; wording: Wording<unknown> };

export interface Desk<Of extends Works> {
  /** Does a message once, however often it is sent, and keeps it; answers when durable. */
  run<Name extends Extract<keyof Of, string>>(
    name: Name,
    message: OnceMessage,
    body: BodyOf<Of[Name]>,
    wording: Wording<ValueOf<Of[Name]>>,
  ): Promise<Answered>;
  /** Keeps a message that was answered elsewhere; resolves when durable. With `once` its output is stored for later. */
  keep(message: Message, answered: Answered, once?: OnceMessage): Promise<Answered>;
  /** Waits for what is under way. */
  close(): Promise<void>;
}

/** Messages of one transaction, and transactions at once. */
const batch = { maxBatch: 64, connections: 2 };

export function createDesk<Of extends Works>(
  { pool, cipher }: { pool: Pool; cipher: FieldCipher },
  works: Of,
): Desk<Of> {
  const batcher = createBatcher<Item, Answered>({
    pool,
    ...batch,
    process: (tx, items) => processBatch(tx, cipher, works, items),
  });
  return {
    run: (kind, message, body, wording) => batcher.submit({ kind, message, body, wording }),
    keep: (message, answered, once) => batcher.submit({ kind: null, message, answered, once }),
    close: () => batcher.close(),
  };
}

async function processBatch(
  tx: PoolClient,
  cipher: FieldCipher,
  works: Works,
  items: readonly Item[],
): Promise<Answered[]> {
  const asked = items.filter((item) => item.kind !== null);
  const stored = await storedAnswers(
    tx,
    cipher,
    asked.map((item) => item.message),
  );
  const first = new Map<string, (typeof asked)[number]>();
  for (const item of asked) {
    const key = messageKey(item.message);
    if (!stored.has(key) && !first.has(key)) first.set(key, item);
  }
  const outcomes = await doAll(tx, works, [...first.values()]);
  const made: { message: OnceMessage; output: string }[] = [];
  const firsts = new Map<string, Answered>();
  // What was refused may have been done by another batch, for whose locks this one has waited.
  const refused = [...first.values()].filter((item) => !outcomes.get(item)!.ok);
  const late = await storedAnswers(
    tx,
    cipher,
    refused.map((item) => item.message),
  );
  for (const [key, item] of first) {
    const result = outcomes.get(item)!;
    const earlier = late.get(key)?.(item.message);
    if (earlier) {
      firsts.set(key, earlier.ok ? item.wording.stored(earlier.output) : item.wording.refused(earlier));
      continue;
    }
    const answered = result.ok ? item.wording.done(result.value) : item.wording.refused(result);
    firsts.set(key, answered);
    if (answered.ok) made.push({ message: item.message, output: answered.output });
  }
  const answers = items.map((item) => {
    if (item.kind === null) return item.answered;
    const key = messageKey(item.message);
    if (first.get(key) === item) return firsts.get(key)!;
    const earlier = stored.get(key)?.(item.message);
    if (earlier) return earlier.ok ? item.wording.stored(earlier.output) : item.wording.refused(earlier);
    // The same message twice in one batch.
    const { message } = first.get(key)!;
    const isSame = message.content === item.message.content && message.infno === item.message.infno;
    return isSame ? firsts.get(key)! : item.wording.refused(refuse('message-id-reused'));
  });
  await insertAnswers(tx, cipher, made);
  await insertAnswers(
    tx,
    cipher,
    items.flatMap((item) =>
      item.kind === null && item.once && item.answered.ok
        ? [{ message: item.once, output: item.answered.output }]
        : [],
    ),
    true,
  );
  await insertMessages(
    tx,
    items.map((item, index) => ({ message: item.message, answered: answers[index]! })),
  );
  return answers;
}

async function doAll<Of extends { kind: string; message: OnceMessage; body: unknown }>(
  tx: PoolClient,
  works: Works,
  items: readonly Of[],
): Promise<Map<Of, Result<unknown>>> {
  const outcomes = new Map<Of, Result<unknown>>();
  for (const [name, work] of Object.entries(works)) {
    const these = items.filter((item) => item.kind === name);
    if (these.length === 0) continue;
    const results = await work(tx, these as unknown as readonly Asked<never>[]);
    these.forEach((item, index) => outcomes.set(item, results[index]!));
  }
  return outcomes;
}
