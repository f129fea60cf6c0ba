// Turns the movements of an entry into records: in each area what leaves accounts is matched with what comes to others.
import type { AccountState, Effect, Movement, RecordDraft } from './entry.ts';
import { effects } from './entry.ts';
import { statusNumbers } from './account-status.ts';

/** A record before it has a place in its area. */
export interface Line {
  area: string;
  debit: AccountState | null;
  credit: AccountState | null;
  amountFen: number;
  effect: Effect;
}

/** Lines of an entry, those of `home` first; there is one of home even if nothing moves there. */
export function linesOf(home: string, movements: readonly Movement[]): Line[] {
  if (movements.length > 0 && movements.every(({ account }) => account.ref.area === home))
    return linesOfArea(home, movements);
  const areas = [...new Set([home, ...movements.map(({ account }) => account.ref.area)])];
  const lines = areas.flatMap((area) =>
    linesOfArea(
      area,
      movements.filter(({ account }) => account.ref.area === area),
    ),
  );
  if (lines[0]?.area === home) return lines;
  return [{ area: home, debit: null, credit: null, amountFen: 0, effect: effects.none }, ...lines];
}

function linesOfArea(area: string, movements: readonly Movement[]): Line[] {
  const lines: Line[] = [];
  const taken: { account: AccountState; restFen: number; effect: Effect }[] = [];
  const given: { account: AccountState; restFen: number }[] = [];
  for (const { account, amountFen, heldFen, frozenFen, status } of movements) {
    if (amountFen < 0)
      taken.push({ account, restFen: -amountFen, effect: heldFen < 0 ? effects.moveHeld : effects.move });
    else if (amountFen > 0) given.push({ account, restFen: amountFen });
    else if (heldFen !== 0) lines.push(still(area, account, heldFen, effects.hold, effects.release));
    else if (frozenFen !== 0) lines.push(still(area, account, frozenFen, effects.freeze, effects.unfreeze));
    else if (status) lines.push({ area, debit: account, credit: null, amountFen: 0, effect: effects.status });
  }
  let next = 0;
  for (const from of taken) {
    while (from.restFen > 0) {
      const to = given[next];
      if (!to) throw new Error(`an entry does not balance in ${area}`);
      const amountFen = Math.min(from.restFen, to.restFen);
      lines.push({ area, debit: from.account, credit: to.account, amountFen, effect: from.effect });
      from.restFen -= amountFen;
      to.restFen -= amountFen;
      if (to.restFen === 0) next += 1;
    }
  }
  if (next < given.length) throw new Error(`an entry does not balance in ${area}`);
  return lines;
}

const still = (area: string, debit: AccountState, fen: number, more: Effect, less: Effect): Line => ({
  area,
  debit,
  credit: null,
  amountFen: Math.abs(fen),
  effect: fen > 0 ? more : less,
});

/** Moves the line's accounts on to record `id` and answers what the record says of them. */
export function recordLine(
  line: Line,
  id: number,
): Pick<RecordDraft, 'debitAfterFen' | 'creditAfterFen' | 'debitPrevious' | 'creditPrevious'> {
  const { debit, credit, amountFen } = line;
  const debitPrevious = debit?.lastRecord ?? null;
  const creditPrevious = credit?.lastRecord ?? null;
  if (debit) {
    if (credit) debit.recordedFen -= amountFen;
    debit.lastRecord = id;
  }
  const debitAfterFen = debit?.recordedFen ?? null;
  if (credit) {
    credit.recordedFen += amountFen;
    credit.lastRecord = id;
  }
  return { debitAfterFen, creditAfterFen: credit?.recordedFen ?? null, debitPrevious, creditPrevious };
}

/** A change of status as `extra` keeps it. */
export function statusExtra(movements: readonly Movement[]): { status: number } | null {
  const status = movements.find((movement) => movement.status)?.status;
  return status ? { status: statusNumbers.indexOf(status) } : null;
}
