// Decides a batch from the process's memory of the book and writes it in one statement, while the batch before it is still being written.
import type { Pool } from 'pg';
import type { AccountRef } from './account.ts';
import { isAccountName } from './account-name.ts';
import type { Command, HoldCommand, Outcome, PostCommand } from './command.ts';
import { applyStanding } from './open-books.ts';
import { readAccounts } from './sql-accounts.ts';
import { readBook } from './sql-books.ts';
import { writeNext } from './sql-write.ts';
import { StandingBook } from './standing-book.ts';

/** Batches that are not even tried after several in a row were refused: somebody else writes the area all the time. */
const longestRest = 64;

/** What needs nothing but its accounts, all of them in its area: its answer depends on no hold, journal, case or other book. */
function isPlain(command: Command): command is PostCommand | HoldCommand {
  if (command.type !== 'post' && command.type !== 'hold') return false;
  if (command.type === 'post' && command.resolves !== undefined) return false;
  return command.legs.every(({ account }) => account.area === command.area && isAccountName(account));
}

/**
 * For one area: a function that answers a batch, or undefined when it has to go through a transaction of its own (which answers
 * whatever this can't: repeated keys of the past, new accounts, sealed days, every fault). Nothing is written then.
 */
export function createWriteAhead(
  pool: Pool,
  area: string,
): (commands: readonly Command[]) => Promise<Outcome[] | undefined> {
  let current: StandingBook | undefined;
  let rest = 0;
  let refusals = 0;

  const forget = (): undefined => {
    current = undefined;
    return undefined;
  };

  return async (commands) => {
    if (rest > 0) {
      rest -= 1;
      return forget();
    }
    if (!commands.every(isPlain)) return forget();
    if (current?.hasOutgrown()) current = undefined;
    if (!current) {
      const book = await readBook(pool, area);
      if (!book) return undefined;
      current ??= new StandingBook(book);
    }
    const standing = current;
    const names = new Map<string, AccountRef>();
    for (const { legs } of commands) for (const { account } of legs) standing.accounts.gather(account, names);
    if (names.size > 0) {
      for (const account of await readAccounts(pool, [...names.values()], [])) standing.accounts.add(account);
      const isAbsent = [...names.values()].some((account) => !standing.accounts.exists(account));
      if (current !== standing || isAbsent) return forget();
    }
    if (commands.some(({ businessDate }) => businessDate <= standing.book.sealedThrough)) return forget();

    // From here to the sending nothing waits: batches are decided and sent in one order.
    try {
      const outcomes = applyStanding(standing, commands);
      const { drafts, expected } = standing.take();
      if (drafts.length > 0) standing.newest = writeNext(pool, area, expected, drafts);
      // Answers from memory are as good as the newest batch that was sent.
      await standing.newest;
      refusals = 0;
      return outcomes;
    } catch {
      // Whatever it was, the transaction that follows meets it again and tells it of the right command.
      if (current === standing) {
        current = undefined;
        refusals += 1;
        rest = refusals > 2 ? Math.min(2 ** refusals, longestRest) : 0;
      }
      return undefined;
    }
  };
}
