// Opens the books of one transaction: locks, adjudicates commands in memory one after the other, writes them at once.
import type { PoolClient } from 'pg';
import type { AccountRef, HoldId, JournalId, OwnerRef } from './account.ts';
import { AccountBook } from './account-book.ts';
import { isAccountName } from './account-name.ts';
import type { Balance, Books, CommandKey, LockAlso, StoredAnswer } from './books.ts';
import type { Command, Outcome, OutcomeOf } from './command.ts';
import { commandHashOf, isHashOf } from './content-hash.ts';
import { linesOf, recordLine, statusExtra } from './draft.ts';
import { availableOf } from './entry.ts';
import type { JournalHead, Movement, PastEntry, RecordDraft } from './entry.ts';
import { numberOf } from './identifiers.ts';
import { answerOf } from './outcome.ts';
import type { AnswerExtra } from './outcome.ts';
import { ruleCapture, ruleDoubt, ruleHold, ruleRelease } from './rules-holds.ts';
import { ruleQuota } from './rules-quota.ts';
import { ruleFreeze, rulePost, ruleReverse, ruleSetStatus } from './rules.ts';
import type { Ruling } from './rules.ts';
import { readAccounts } from './sql-accounts.ts';
import { readAnswers } from './sql-answers.ts';
import { lockBooks, recordsPerLane } from './sql-books.ts';
import { readCases, readPast, readWhatFollowed } from './sql-past.ts';
import type { LateCaseState } from './sql-past.ts';
import { openTouched, writeBatch } from './sql-write.ts';
import type { OpenBook, StandingBook } from './standing-book.ts';

/** How the ledger names a key in maps. */
export const commandKeyOf = ({ area, key }: CommandKey): string => `${area}|${key}`;

/** Opens books in a transaction that the caller has begun and will commit (see `Books`). */
export function openBooks(tx: PoolClient): Books {
  return new OpenBooks(tx);
}

/** Answers commands from what a process remembers of their book; their records are taken from there (`StandingBook`). */
export function applyStanding(standing: StandingBook, commands: readonly Command[]): Outcome[] {
  const books = new OpenBooks(undefined, standing);
  return commands.map((command) => books.apply(command));
}

class OpenBooks implements Books {
  readonly #given: PoolClient | undefined;
  readonly #accounts: AccountBook;
  readonly #past = new Map<number, PastEntry>();
  readonly #lookedFor = new Set<number>();
  readonly #cases = new Map<number, LateCaseState>();
  readonly #stored: Map<string, StoredAnswer>;
  readonly #books = new Map<string, OpenBook>();
  #hasEntries = false;

  constructor(tx: PoolClient | undefined, standing?: StandingBook) {
    this.#given = tx;
    this.#accounts = standing?.accounts ?? new AccountBook();
    this.#stored = standing?.stored ?? new Map<string, StoredAnswer>();
    if (standing) this.#books.set(standing.book.area, standing.book);
  }

  get #tx(): PoolClient {
    if (!this.#given) throw new Error('books that stand are not locked or flushed');
    return this.#given;
  }

  async lock(accounts: readonly (AccountRef | OwnerRef)[], also: LockAlso = {}): Promise<void> {
    if (this.#hasEntries) throw new Error('lock everything before the first command');
    const ids = [
      ...(also.holds ?? []).map((id) => numberOf(id, 'hld')),
      ...(also.journals ?? []).map((id) => numberOf(id, 'jrn')),
    ].filter((id) => id !== undefined);
    const past = ids.length > 0 ? await readPast(this.#tx, ids) : undefined;
    const names = accounts.filter((name) => isOwner(name) || isAccountName(name));
    const areas = new Set([
      ...names.map(({ area }) => area),
      ...(past?.areas ?? []),
      ...(also.areas ?? []).filter((area) => /^\d{6}$/.test(area)),
    ]);
    for (const area of this.#books.keys()) areas.delete(area);
    if (areas.size > 0) {
      for (const book of await lockBooks(this.#tx, [...areas]))
        this.#books.set(book.area, { ...book, drafts: [] });
    }
    for (const account of await readAccounts(this.#tx, names, past?.accountIds ?? []))
      this.#accounts.add(account);
    for (const name of names) {
      if (isOwner(name)) this.#accounts.addOwner(name);
      else this.#accounts.addAbsent(name);
    }
    if (past && past.entries.size > 0) await readWhatFollowed(this.#tx, past.entries);
    const cases = (also.cases ?? []).map((id) => numberOf(id, 'cas')).filter((id) => id !== undefined);
    if (cases.length > 0)
      for (const [id, state] of await readCases(this.#tx, cases)) this.#cases.set(id, state);
    for (const id of ids) this.#lookedFor.add(id);
    for (const [id, entry] of past?.entries ?? []) this.#past.set(id, entry);
  }

  async idempotent(keys: readonly CommandKey[]): Promise<Map<string, StoredAnswer>> {
    const found = await readAnswers(this.#tx, keys);
    for (const [key, answer] of found) this.#stored.set(key, answer);
    return found;
  }

  available(account: AccountRef): number {
    return this.balance(account)?.availableFen ?? 0;
  }

  balance(account: AccountRef): Balance | undefined {
    const state = this.#accounts.get(account);
    const { exists, netFen, heldFen, frozenFen } = state;
    if (!exists) return undefined;
    return { netFen, heldFen, frozenFen, availableFen: availableOf(state) };
  }

  partsOf(area: string, owner: string) {
    return this.#accounts
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
    const stored = this.#stored.get(commandKeyOf(command));
    if (stored) {
      // What is stored under the key is what this very content was answered, so it is of the content's type.
      if (isHashOf(stored.contentHash, command)) return stored.outcome as OutcomeOf<C>;
      return { ok: false, reason: 'key-reused-with-other-content', key: command.key };
    }
    const { sealedThrough } = this.#bookOf(command.area);
    const { businessDate: day } = command;
    // Not kept: what is kept needs a day, and the answer can't change.
    if (day <= sealedThrough) return { ok: false, reason: 'day-sealed', day, sealedThrough };
    const contentHash = commandHashOf(command);
    const ruling = this.#rule(command);
    const outcome = ruling.ok ? this.#enter(command, contentHash, ruling) : ruling;
    if (!ruling.ok) this.#keep(command, contentHash, outcome);
    this.#stored.set(commandKeyOf(command), { contentHash, outcome });
    return outcome as OutcomeOf<C>;
  }

  async flush(): Promise<void> {
    const books = [...this.#books.values()].filter(({ drafts }) => drafts.length > 0);
    await openTouched(
      this.#tx,
      books.flatMap(({ drafts }) => drafts),
    );
    for (const book of books) {
      await writeBatch(this.#tx, book.area, book.batches, book.drafts);
      book.batches += 1;
      book.records += book.drafts.length;
      book.drafts = [];
    }
  }

  #rule(command: Command): Ruling {
    switch (command.type) {
      case 'post':
        return rulePost(
          this.#accounts,
          command,
          this.#cases.get(numberOf(command.resolves ?? '', 'cas') ?? 0),
        );
      case 'hold':
        return ruleHold(this.#accounts, command);
      case 'capture':
        return ruleCapture(this.#accounts, command, this.#pastOf(command.holdId));
      case 'void':
      case 'expire':
        return ruleRelease(this.#accounts, command, this.#pastOf(command.holdId));
      case 'doubt':
        return ruleDoubt(command, this.#pastOf(command.holdId));
      case 'quota':
        return ruleQuota(this.#accounts, command);
      case 'reverse':
        return ruleReverse(this.#accounts, command, this.#pastOf(command.journalId));
      case 'freeze':
        return ruleFreeze(this.#accounts, command);
      case 'set-status':
        return ruleSetStatus(this.#accounts, command);
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

  #bookOf(area: string): OpenBook {
    const book = this.#books.get(area);
    if (!book) throw new Error(`the book of ${area} was not locked`);
    return book;
  }

  /** Makes the entry's records, keeps them for `flush` and for later commands of this batch, and words the answer. */
  #enter(command: Command, contentHash: string, { movements, late }: Extract<Ruling, { ok: true }>): Outcome {
    const { area, kind, reference, key } = command;
    const type = late ? 'post' : command.type;
    const holdId = 'holdId' in command ? (numberOf(command.holdId, 'hld') ?? null) : null;
    const reverses = 'journalId' in command ? (numberOf(command.journalId, 'jrn') ?? null) : null;
    const followed = this.#past.get(holdId ?? reverses ?? 0);
    const follows = late || type === 'doubt' ? null : (holdId ?? reverses);
    const extra = extraOf(
      command,
      movements,
      late ? { lateFor: holdId } : type === 'doubt' ? { hold: holdId } : {},
    );
    const id = this.#record(
      area,
      { type, kind, reference, key, contentHash, follows, extra },
      movements,
      command,
    );
    // Nothing of a standing book follows on an entry of its own batch.
    if (this.#given) {
      this.#past.set(id, {
        id,
        area,
        type,
        expiresAt: 'expiresAt' in command ? command.expiresAt : null,
        movements: movements.map(({ account, amountFen, heldFen }) => ({
          account: account.ref,
          amountFen,
          heldFen,
        })),
        followedBy: undefined,
        isUnknown: false,
        lateJournal: undefined,
      });
    }
    if (followed && late) followed.lateJournal = id;
    else if (followed && type === 'doubt') followed.isUnknown = true;
    else if (followed) followed.followedBy = { id, type };
    const lateCase =
      'resolves' in command ? this.#cases.get(numberOf(command.resolves ?? '', 'cas') ?? 0) : undefined;
    if (lateCase) lateCase.resolvedBy = id;
    return answerOf(type, id, follows, extra);
  }

  /** Keeps a refusal. */
  #keep(command: Command, contentHash: string, outcome: Outcome): void {
    const { area, key } = command;
    const none = { kind: null, reference: null, follows: null };
    this.#record(area, { ...none, type: 'refused', key, contentHash, extra: { outcome } }, [], command);
  }

  /** Adds a journal's records to the books of their areas; answers its id. */
  #record(
    home: string,
    head: JournalHead,
    movements: readonly Movement[],
    when: { at: Date; businessDate: string },
  ): number {
    this.#hasEntries = true;
    let journal = 0;
    let foreign: Map<string, [number, number]> | undefined;
    let first: RecordDraft | undefined;
    for (const line of linesOf(home, movements)) {
      const book = this.#bookOf(line.area);
      const id = book.lane * recordsPerLane + book.records + book.drafts.length + 1;
      // Each property by its name: this is the ledger's hottest object.
      const { debit, credit, amountFen } = line;
      const after = recordLine(line, id);
      const draft: RecordDraft = {
        id,
        area: line.area,
        head: null,
        journal,
        lines: null,
        debit,
        credit,
        amountFen,
        debitAfterFen: after.debitAfterFen,
        creditAfterFen: after.creditAfterFen,
        debitPrevious: after.debitPrevious,
        creditPrevious: after.creditPrevious,
        happenedAt: when.at,
        day: when.businessDate,
        effect: line.effect,
      };
      if (!first) {
        first = draft;
        journal = id;
        draft.head = head;
        draft.journal = null;
        draft.lines = 0;
      } else if (line.area === home) first.lines = (first.lines ?? 0) + 1;
      else {
        foreign ??= new Map();
        const span = foreign.get(line.area);
        if (span) span[1] += 1;
        else foreign.set(line.area, [id, 1]);
      }
      book.drafts.push(draft);
    }
    if (foreign) head.extra = { ...head.extra, also: [...foreign.values()] };
    if (head.extra && Object.keys(head.extra).length === 0) head.extra = null;
    return journal;
  }
}

/** What a record keeps besides, in the words of `apply_extras` in the database. */
function extraOf(
  command: Command,
  movements: readonly Movement[],
  of: { lateFor?: number | null; hold?: number | null },
): Record<string, unknown> & AnswerExtra {
  const extra: Record<string, unknown> = { ...statusExtra(movements), ...of };
  if (command.type === 'hold') {
    const { expiresAt, relation, whenRelationEnds } = command;
    Object.assign(extra, { expiresAt, relation, whenRelationEnds });
  }
  if (command.type === 'post' && command.resolves !== undefined)
    extra['resolves'] = numberOf(command.resolves, 'cas');
  return extra;
}

function isOwner(name: AccountRef | OwnerRef): name is OwnerRef {
  return (
    (name.kind === 'personal' || name.kind === 'quota') &&
    !('partYear' in name && name.partYear !== undefined)
  );
}
