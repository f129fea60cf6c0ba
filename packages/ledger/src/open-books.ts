// Opens the books of one transaction: locks, adjudicates commands in memory one after the other, writes them at once.
import type { PoolClient } from 'pg';
import type { AccountRef, HoldId, JournalId, OwnerRef } from './account.ts';
import { AccountBook } from './account-book.ts';
import { isAccountName } from './account-name.ts';
import type { Balance, Books, CommandKey, LockAlso, StoredAnswer } from './books.ts';
import { idsPerBatch } from './chain.ts';
import type { Command, Outcome, OutcomeOf } from './command.ts';
import { commandHashOf } from './content-hash.ts';
import { availableOf } from './entry.ts';
import type { Entry, Movement, PastEntry } from './entry.ts';
import { holdIdOf, journalIdOf, numberOf } from './identifiers.ts';
import {
  ruleCapture,
  ruleFreeze,
  ruleHold,
  rulePost,
  ruleRelease,
  ruleReverse,
  ruleSetStatus,
} from './rules.ts';
import type { Ruling } from './rules.ts';
import { lockAccounts } from './sql-accounts.ts';
import { readPast, readWhatFollowed } from './sql-past.ts';
import { writeAnswers, writeEntries } from './sql-write.ts';
import type { Answer } from './sql-write.ts';

/** How the ledger names a key in maps. */
export const commandKeyOf = ({ area, key }: CommandKey): string => `${area}|${key}`;

/** Opens books in a transaction that the caller has begun and will commit (see `Books`). */
export function openBooks(tx: PoolClient): Books {
  return new OpenBooks(tx);
}

class OpenBooks implements Books {
  readonly #tx: PoolClient;
  readonly #book = new AccountBook();
  readonly #past = new Map<number, PastEntry>();
  readonly #lookedFor = new Set<number>();
  readonly #stored = new Map<string, StoredAnswer>();
  #batchNumber = 0;
  #entries: Entry[] = [];
  #answers: Answer[] = [];
  #entryCount = 0;

  constructor(tx: PoolClient) {
    this.#tx = tx;
  }

  async lock(accounts: readonly (AccountRef | OwnerRef)[], also: LockAlso = {}): Promise<void> {
    // Ids grow in the order in which an account's entries are posted only if the number is drawn when all locks are held.
    if (this.#entryCount > 0) throw new Error('lock everything before the first command');
    const ids = [
      ...(also.holds ?? []).map((id) => numberOf(id, 'hld')),
      ...(also.journals ?? []).map((id) => numberOf(id, 'jrn')),
    ].filter((id) => id !== undefined);
    const past =
      ids.length > 0
        ? await readPast(this.#tx, ids)
        : { entries: new Map<number, PastEntry>(), accountIds: [] };
    const names = accounts.filter((name) => isOwner(name) || isAccountName(name));
    for (const account of await lockAccounts(this.#tx, names, past.accountIds)) this.#book.add(account);
    for (const name of names) {
      if (isOwner(name)) this.#book.addOwner(name);
      else this.#book.addAbsent(name);
    }
    if (past.entries.size > 0) await readWhatFollowed(this.#tx, past.entries);
    for (const id of ids) this.#lookedFor.add(id);
    for (const [id, entry] of past.entries) this.#past.set(id, entry);
    const { rows } = await this.#tx.query<{ number: number }>({
      name: 'ledger-number',
      text: "select nextval('ledger.batch_number') as number",
    });
    this.#batchNumber = rows[0]?.number ?? 0;
  }

  async idempotent(keys: readonly CommandKey[]): Promise<Map<string, StoredAnswer>> {
    const { rows } = await this.#tx.query<{
      area: string;
      key: string;
      content_hash: string;
      outcome: unknown;
    }>({
      name: 'ledger-stored',
      // `offset 0` keeps this a look-up by index for each key.
      text: `select stored.* from unnest($1::bpchar[], $2::text[]) as asked (area, key)
        cross join lateral (select area, key, content_hash, outcome from ledger.command
          where command.area = asked.area and command.key = asked.key offset 0) as stored`,
      values: [keys.map(({ area }) => area), keys.map(({ key }) => key)],
    });
    const found = new Map<string, StoredAnswer>();
    for (const row of rows)
      found.set(commandKeyOf(row), { contentHash: row.content_hash, outcome: row.outcome });
    for (const [key, answer] of found) this.#stored.set(key, answer);
    return found;
  }

  available(account: AccountRef): number {
    return this.balance(account)?.availableFen ?? 0;
  }

  balance(account: AccountRef): Balance | undefined {
    const state = this.#book.get(account);
    const { exists, netFen, heldFen, frozenFen } = state;
    if (!exists) return undefined;
    return { netFen, heldFen, frozenFen, availableFen: availableOf(state) };
  }

  partsOf(area: string, owner: string) {
    return this.#book
      .parts(area, owner)
      .map((part) => ({ partYear: part.ref.partYear ?? 0, availableFen: availableOf(part) }));
  }

  post: Books['post'] = (command) => this.apply(command);
  hold: Books['hold'] = (command) => this.apply(command);
  capture: Books['capture'] = (command) => this.apply(command);
  void: Books['void'] = (command) => this.apply(command);
  expire: Books['expire'] = (command) => this.apply(command);
  reverse: Books['reverse'] = (command) => this.apply(command);
  freeze: Books['freeze'] = (command) => this.apply(command);
  setStatus: Books['setStatus'] = (command) => this.apply(command);

  apply<C extends Command>(command: C): OutcomeOf<C> {
    const contentHash = commandHashOf(command);
    const stored = this.#stored.get(commandKeyOf(command));
    if (stored) {
      // What is stored under the key is what this very content was answered, so it is of the content's type.
      if (stored.contentHash === contentHash) return stored.outcome as OutcomeOf<C>;
      return { ok: false, reason: 'key-reused-with-other-content', key: command.key };
    }
    const ruling = this.#rule(command);
    const outcome = ruling.ok ? this.#enter(command, ruling.movements) : ruling;
    this.remember(command, contentHash, outcome);
    return outcome as OutcomeOf<C>;
  }

  remember({ area, key }: CommandKey, contentHash: string, outcome: unknown): void {
    if (this.#stored.has(commandKeyOf({ area, key })))
      throw new Error(`the key ${key} of ${area} has an answer`);
    this.#stored.set(commandKeyOf({ area, key }), { contentHash, outcome });
    this.#answers.push({ area, key, contentHash, outcome });
  }

  async flush(): Promise<void> {
    const entries = this.#entries;
    const answers = this.#answers;
    this.#entries = [];
    this.#answers = [];
    if (entries.length > 0) await writeEntries(this.#tx, this.#batchNumber, entries);
    if (answers.length > 0) await writeAnswers(this.#tx, answers);
  }

  #rule(command: Command): Ruling {
    switch (command.type) {
      case 'post':
        return rulePost(this.#book, command);
      case 'hold':
        return ruleHold(this.#book, command);
      case 'capture':
        return ruleCapture(this.#book, command, this.#pastOf(command.holdId));
      case 'void':
      case 'expire':
        return ruleRelease(this.#book, command, this.#pastOf(command.holdId));
      case 'reverse':
        return ruleReverse(this.#book, command, this.#pastOf(command.journalId));
      case 'freeze':
        return ruleFreeze(this.#book, command);
      case 'set-status':
        return ruleSetStatus(this.#book, command);
    }
  }

  /** What is known of a hold or journal; undefined if there is none; a fault if it was not locked. */
  #pastOf(publicId: HoldId | JournalId): PastEntry | undefined {
    const id = numberOf(publicId, 'hld') ?? numberOf(publicId, 'jrn');
    if (id === undefined) return undefined;
    const past = this.#past.get(id);
    if (!past && !this.#lookedFor.has(id)) throw new Error(`${publicId} was not locked`);
    return past;
  }

  /** Numbers the entry, keeps it for `flush` and for later commands of this batch, and words the answer. */
  #enter(command: Command, movements: Movement[]): Outcome {
    if (this.#batchNumber === 0) throw new Error('lock accounts before the first command');
    this.#entryCount += 1;
    if (this.#entryCount >= idsPerBatch)
      throw new RangeError(`a batch has fewer than ${idsPerBatch} entries`);
    const id = this.#batchNumber * idsPerBatch + this.#entryCount;
    const holdId = 'holdId' in command ? (numberOf(command.holdId, 'hld') ?? null) : null;
    const reverses = 'journalId' in command ? (numberOf(command.journalId, 'jrn') ?? null) : null;
    const { area, type, kind, reference, businessDate, key } = command;
    const expiresAt = 'expiresAt' in command ? command.expiresAt : null;
    this.#entries.push({
      id,
      area,
      type,
      kind,
      reference,
      businessDate,
      postedAt: command.at,
      key,
      holdId,
      reverses,
      expiresAt,
      movements,
    });
    this.#past.set(id, {
      id,
      area,
      type,
      expiresAt,
      movements: movements.map(({ account, amountFen, heldFen }) => ({
        account: account.ref,
        amountFen,
        heldFen,
      })),
      followedBy: undefined,
    });
    const followed = this.#past.get(holdId ?? reverses ?? 0);
    if (followed) followed.followedBy = { id, type };
    return answerOf(command, id);
  }
}

function answerOf(command: Command, id: number): Outcome {
  const journalId = journalIdOf(id);
  switch (command.type) {
    case 'post':
    case 'freeze':
    case 'set-status':
      return { ok: true, journalId };
    case 'hold':
      return { ok: true, holdId: holdIdOf(id) };
    case 'capture':
      return { ok: true, journalId, holdId: command.holdId };
    case 'void':
    case 'expire':
      return { ok: true, holdId: command.holdId };
    case 'reverse':
      return { ok: true, journalId, reverses: command.journalId };
  }
}

function isOwner(name: AccountRef | OwnerRef): name is OwnerRef {
  return name.kind === 'personal' && !('partYear' in name && name.partYear !== undefined);
}
