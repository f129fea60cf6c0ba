// The rules of holds: set aside, taken whole or in part, released, in doubt, or answered too late.
import type { Leg, Taking } from './account.ts';
import type { AccountBook } from './account-book.ts';
import { accountNameOf } from './account-name.ts';
import { clearingLegs } from './clearing.ts';
import type {
  CaptureCommand,
  DoubtCommand,
  ExpireCommand,
  HoldCommand,
  Refusal,
  VoidCommand,
} from './command.ts';
import type { Movement, PastEntry } from './entry.ts';
import { journalIdOf } from './identifiers.ts';
import { moved, refuseLegs, ruled, sumOf } from './rules.ts';
import type { Ruling } from './rules.ts';

export function ruleHold(book: AccountBook, { legs }: HoldCommand): Ruling {
  const refusal = refuseLegs(legs, false);
  if (refusal) return refusal;
  return ruled(
    book,
    legs.map(({ account, amountFen }) => held(book, { account, amountFen })),
  );
}

/** An amount that is set aside (positive) or released (negative). */
const held = (book: AccountBook, { account, amountFen }: Leg): Movement => ({
  account: book.get(account),
  amountFen: 0,
  heldFen: amountFen,
  frozenFen: 0,
});

/** The hold, if it is there, in this area, and has no outcome yet; else why not. */
function openHold(
  hold: PastEntry | undefined,
  { holdId, area }: CaptureCommand | VoidCommand | ExpireCommand | DoubtCommand,
): { ok: true; hold: PastEntry } | Refusal {
  if (hold?.type !== 'hold' || hold.area !== area) return { ok: false, reason: 'unknown-hold', holdId };
  const journal = hold.lateJournal ?? (hold.followedBy?.type === 'capture' ? hold.followedBy.id : undefined);
  if (journal !== undefined)
    return { ok: false, reason: 'already-captured', holdId, journalId: journalIdOf(journal) };
  if (!hold.followedBy) return { ok: true, hold };
  return {
    ok: false,
    reason: hold.followedBy.type === 'expire' ? 'already-expired' : 'already-voided',
    holdId,
  };
}

export function ruleCapture(book: AccountBook, command: CaptureCommand, past: PastEntry | undefined): Ruling {
  const found = openHold(past, command);
  const isLate = !found.ok && found.reason === 'already-expired' && command.ifExpired !== undefined;
  if (!found.ok && !isLate) return found;
  const refusedLegs = refuseLegs([...command.to], true) ?? (command.part && refuseLegs(command.part, false));
  if (refusedLegs) return refusedLegs;
  const heldFen = heldByAccount(past?.movements ?? []);
  const taken = command.part ?? [...heldFen.values()];
  for (const [name, { account, amountFen }] of heldByAccount(
    taken.map(({ account, amountFen: fen }) => ({ account, heldFen: fen })),
  )) {
    const mostFen = heldFen.get(name)?.amountFen ?? 0;
    if (amountFen > mostFen)
      return { ok: false, reason: 'exceeds-hold', holdId: command.holdId, account, heldFen: mostFen };
  }
  const takenLegs = taken.map(({ account, amountFen }) => ({ account, amountFen: -amountFen }));
  const from =
    isLate && command.ifExpired ? [{ account: command.ifExpired, amountFen: sumOf(takenLegs) }] : takenLegs;
  const legs = [...from, ...command.to];
  if (sumOf(legs) !== 0) return { ok: false, reason: 'unbalanced', differenceFen: sumOf(legs) };
  const others = [...command.to, ...clearingLegs(command.area, legs)].map((leg) => moved(book, leg));
  if (isLate) {
    const ruling = ruled(book, [...from.map((leg) => moved(book, leg)), ...others]);
    return ruling.ok ? { ...ruling, late: true } : ruling;
  }
  for (const { account, amountFen } of taken) {
    const entry = heldFen.get(accountNameOf(account));
    if (entry) entry.amountFen -= amountFen;
  }
  const released = [...heldFen.values()].filter(({ amountFen }) => amountFen > 0);
  return ruled(book, [
    ...takenLegs.map((leg) => ({ ...moved(book, leg), heldFen: leg.amountFen })),
    ...released.map(({ account, amountFen }) => held(book, { account, amountFen: -amountFen })),
    ...others,
  ]);
}

/** What is held on each account, by its name. */
function heldByAccount(movements: readonly Pick<PastEntry['movements'][number], 'account' | 'heldFen'>[]) {
  const sums = new Map<string, Taking>();
  for (const { account, heldFen } of movements) {
    const name = accountNameOf(account);
    const known = sums.get(name);
    if (known) known.amountFen += heldFen;
    else sums.set(name, { account, amountFen: heldFen });
  }
  return sums;
}

/**
 * Void, and expire once the time is over. A hold whose time is over but that has no outcome may still be captured; one whose
 * outcome nobody knows does not expire.
 */
export function ruleRelease(
  book: AccountBook,
  command: VoidCommand | ExpireCommand,
  past: PastEntry | undefined,
): Ruling {
  const found = openHold(past, command);
  if (!found.ok) return found;
  const { expiresAt, isUnknown, movements } = found.hold;
  if (command.type === 'expire') {
    const { holdId } = command;
    if (isUnknown) return { ok: false, reason: 'outcome-unknown', holdId };
    if (expiresAt && command.at < expiresAt)
      return { ok: false, reason: 'not-yet-expired', holdId, expiresAt: expiresAt.toISOString() };
  }
  return ruled(
    book,
    movements.map(({ account, heldFen }) => held(book, { account, amountFen: -heldFen })),
  );
}

/** Nothing moves; the hold stays until whoever did not answer has been asked. */
export function ruleDoubt(command: DoubtCommand, past: PastEntry | undefined): Ruling {
  const found = openHold(past, command);
  if (!found.ok) return found;
  if (found.hold.isUnknown) return { ok: false, reason: 'outcome-unknown', holdId: command.holdId };
  return { ok: true, movements: [] };
}
