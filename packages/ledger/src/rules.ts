// The rules of each command: a ladder of "if this, refuse with that reason", ending in the movements of its entry.
import type { AccountRef, Leg, Taking } from './account.ts';
import type { AccountBook } from './account-book.ts';
import { isAccountName } from './account-name.ts';
import { clearingLegs } from './clearing.ts';
import type { FreezeCommand, PostCommand, Refusal, ReverseCommand, SetStatusCommand } from './command.ts';
import type { Movement, PastEntry } from './entry.ts';
import { journalIdOf } from './identifiers.ts';
import type { LateCaseState } from './sql-past.ts';

/** Greatest amount of one leg, in fen: a trillion yuan. Sums of legs stay within the safe integers. */
const greatestLegFen = 1e14;
const mostLegs = 80;

/** `late`: the movements answer a hold that had expired. */
export type Ruling = Refusal | { ok: true; movements: Movement[]; late?: boolean };

/** An amount that is moved, in the account's own terms. */
export const moved = (book: AccountBook, { account, amountFen }: Leg): Movement => ({
  account: book.get(account),
  amountFen,
  heldFen: 0,
  frozenFen: 0,
});

export function ruled(book: AccountBook, movements: Movement[]): Ruling {
  return book.move(movements) ?? { ok: true, movements };
}

/** Names and amounts are as they must be; legs that give are allowed only where `signed`. */
export function refuseLegs(legs: readonly (Leg | Taking)[], signed: boolean): Refusal | undefined {
  if (legs.length === 0) return { ok: false, reason: 'no-legs' };
  if (legs.length > mostLegs) throw new RangeError(`an entry has at most ${mostLegs} legs`);
  for (const { account, amountFen } of legs) {
    if (!isAccountName(account)) return { ok: false, reason: 'bad-account', account };
    const sizeFen = signed ? Math.abs(amountFen) : amountFen;
    if (!Number.isInteger(amountFen) || sizeFen <= 0 || sizeFen > greatestLegFen) {
      return {
        ok: false,
        reason: 'bad-amount',
        account,
        amountFen: Number.isFinite(amountFen) ? amountFen : 0,
      };
    }
  }
  return undefined;
}

export const sumOf = (legs: readonly Leg[]): number =>
  legs.reduce((sumFen, leg) => sumFen + leg.amountFen, 0);

/** `lateCase`: the case that the entry says it resolves, if there is one. */
export function rulePost(
  book: AccountBook,
  { area, legs, resolves }: PostCommand,
  lateCase: LateCaseState | undefined,
): Ruling {
  if (resolves !== undefined) {
    if (lateCase?.area !== area) return { ok: false, reason: 'unknown-case', caseId: resolves };
    if (lateCase.resolvedBy !== null)
      return {
        ok: false,
        reason: 'case-resolved',
        caseId: resolves,
        resolvedBy: journalIdOf(lateCase.resolvedBy),
      };
  }
  const refusal = refuseLegs(legs, true);
  if (refusal) return refusal;
  if (sumOf(legs) !== 0) return { ok: false, reason: 'unbalanced', differenceFen: sumOf(legs) };
  return ruled(
    book,
    [...legs, ...clearingLegs(area, legs)].map((leg) => moved(book, leg)),
  );
}

/** The opposite of every posting, on the very accounts: the year of the money is part of the account's name. */
export function ruleReverse(
  book: AccountBook,
  { area, journalId }: ReverseCommand,
  journal: PastEntry | undefined,
): Ruling {
  if (journal?.area !== area) return { ok: false, reason: 'unknown-journal', journalId };
  if (journal.type !== 'post' && journal.type !== 'capture')
    return { ok: false, reason: 'not-reversible', journalId };
  if (journal.followedBy) {
    return {
      ok: false,
      reason: 'already-reversed',
      journalId,
      reversedBy: journalIdOf(journal.followedBy.id),
    };
  }
  return ruled(
    book,
    journal.movements.map(({ account, amountFen }) => moved(book, { account, amountFen: -amountFen })),
  );
}

/** Positive reserves from what is available, negative gives back. */
export function ruleFreeze(book: AccountBook, { account, amountFen }: FreezeCommand): Ruling {
  const refusal = refuseLegs([{ account, amountFen }], true);
  if (refusal) return refusal;
  const state = book.get(account);
  if (!state.exists) return { ok: false, reason: 'unknown-account', account };
  return ruled(book, [{ account: state, amountFen: 0, heldFen: 0, frozenFen: amountFen }]);
}

/** A closed account is empty and may be opened again. The status is kept with the command's own area. */
export function ruleSetStatus(book: AccountBook, { area, account, status }: SetStatusCommand): Ruling {
  if (!isAccountName(account) || account.kind === 'clearing' || account.area !== area)
    return { ok: false, reason: 'bad-account', account: refOnly(account) };
  const state = book.get(account);
  if (!state.exists) return { ok: false, reason: 'unknown-account', account };
  const isEmpty = state.netFen === 0 && state.heldFen === 0 && state.frozenFen === 0;
  if (status === 'closed' && !isEmpty) return { ok: false, reason: 'not-empty', account };
  state.status = status;
  return { ok: true, movements: [{ account: state, amountFen: 0, heldFen: 0, frozenFen: 0, status }] };
}

const refOnly = ({ area, kind, owner }: AccountRef): AccountRef => ({ area, kind, owner });
