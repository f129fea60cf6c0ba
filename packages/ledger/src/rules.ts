// The rules of each command: a ladder of "if this, refuse with that reason", ending in the movements of its entry.
import type { AccountRef, Leg, Taking } from './account.ts';
import type { AccountBook } from './account-book.ts';
import { isAccountName } from './account-name.ts';
import { clearingLegs } from './clearing.ts';
import type {
  CaptureCommand,
  ExpireCommand,
  FreezeCommand,
  HoldCommand,
  PostCommand,
  Refusal,
  ReverseCommand,
  SetStatusCommand,
  VoidCommand,
} from './command.ts';
import type { Movement, PastEntry } from './entry.ts';
import { holdIdOf, journalIdOf } from './identifiers.ts';

/** Greatest amount of one leg, in fen: a trillion yuan. Sums of legs stay within the safe integers. */
const greatestLegFen = 1e14;
const mostLegs = 80;

export type Ruling = Refusal | { ok: true; movements: Movement[] };

/** An amount that is moved, in the account's own terms. */
const moved = (book: AccountBook, { account, amountFen }: Leg): Movement => ({
  account: book.get(account),
  amountFen,
  heldFen: 0,
  frozenFen: 0,
});

function ruled(book: AccountBook, movements: Movement[]): Ruling {
  return book.move(movements) ?? { ok: true, movements };
}

/** Names and amounts are as they must be; legs that give are allowed only where `signed`. */
function refuseLegs(legs: readonly (Leg | Taking)[], signed: boolean): Refusal | undefined {
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

const sumOf = (legs: readonly Leg[]): number => legs.reduce((sumFen, leg) => sumFen + leg.amountFen, 0);

export function rulePost(book: AccountBook, { area, legs }: PostCommand): Ruling {
  const refusal = refuseLegs(legs, true);
  if (refusal) return refusal;
  if (sumOf(legs) !== 0) return { ok: false, reason: 'unbalanced', differenceFen: sumOf(legs) };
  return ruled(
    book,
    [...legs, ...clearingLegs(area, legs)].map((leg) => moved(book, leg)),
  );
}

export function ruleHold(book: AccountBook, { legs }: HoldCommand): Ruling {
  const refusal = refuseLegs(legs, false);
  if (refusal) return refusal;
  return ruled(
    book,
    legs.map(({ account, amountFen }) => ({
      account: book.get(account),
      amountFen: 0,
      heldFen: amountFen,
      frozenFen: 0,
    })),
  );
}

/** The hold is there, in this area, and has no outcome yet. */
function refuseOutcome(
  hold: PastEntry | undefined,
  command: CaptureCommand | VoidCommand | ExpireCommand,
): Refusal | undefined {
  const { holdId } = command;
  if (hold?.type !== 'hold' || hold.area !== command.area)
    return { ok: false, reason: 'unknown-hold', holdId };
  if (!hold.followedBy) return undefined;
  const { id, type } = hold.followedBy;
  if (type === 'capture')
    return { ok: false, reason: 'already-captured', holdId, journalId: journalIdOf(id) };
  return { ok: false, reason: type === 'expire' ? 'already-expired' : 'already-voided', holdId };
}

export function ruleCapture(book: AccountBook, command: CaptureCommand, hold: PastEntry | undefined): Ruling {
  const refusal = refuseOutcome(hold, command);
  if (refusal || !hold) return refusal ?? { ok: false, reason: 'unknown-hold', holdId: holdIdOf(0) };
  const refusedLegs = refuseLegs(command.to, true);
  if (refusedLegs) return refusedLegs;
  const taken = hold.movements.map(({ account, heldFen }) => ({ account, amountFen: -heldFen }));
  const legs = [...taken, ...command.to];
  if (sumOf(legs) !== 0) return { ok: false, reason: 'unbalanced', differenceFen: sumOf(legs) };
  return ruled(book, [
    ...taken.map((leg) => ({ ...moved(book, leg), heldFen: leg.amountFen })),
    ...[...command.to, ...clearingLegs(command.area, legs)].map((leg) => moved(book, leg)),
  ]);
}

/** Void, and expire once the time is over. A hold whose time is over but that has no outcome may still be captured. */
export function ruleRelease(
  book: AccountBook,
  command: VoidCommand | ExpireCommand,
  hold: PastEntry | undefined,
): Ruling {
  const refusal = refuseOutcome(hold, command);
  if (refusal || !hold) return refusal ?? { ok: false, reason: 'unknown-hold', holdId: holdIdOf(0) };
  if (command.type === 'expire' && hold.expiresAt && command.at < hold.expiresAt) {
    return {
      ok: false,
      reason: 'not-yet-expired',
      holdId: command.holdId,
      expiresAt: hold.expiresAt.toISOString(),
    };
  }
  return ruled(
    book,
    hold.movements.map(({ account, heldFen }) => ({
      account: book.get(account),
      amountFen: 0,
      heldFen: -heldFen,
      frozenFen: 0,
    })),
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

/** A closed account is empty and may be opened again. */
export function ruleSetStatus(book: AccountBook, { account, status }: SetStatusCommand): Ruling {
  if (!isAccountName(account) || account.kind === 'clearing')
    return { ok: false, reason: 'bad-account', account: refOnly(account) };
  const state = book.get(account);
  if (!state.exists) return { ok: false, reason: 'unknown-account', account };
  const isEmpty = state.netFen === 0 && state.heldFen === 0 && state.frozenFen === 0;
  if (status === 'closed' && !isEmpty) return { ok: false, reason: 'not-empty', account };
  state.status = status;
  return { ok: true, movements: [{ account: state, amountFen: 0, heldFen: 0, frozenFen: 0, status }] };
}

const refOnly = ({ area, kind, owner }: AccountRef): AccountRef => ({ area, kind, owner });
