// A ledger in a few lines of plain memory, one command at a time: what the property tests hold the real one against.
import type { AccountRef, HoldId, JournalId } from './account.ts';
import { accountNameOf } from './account-name.ts';
import type { Command, Outcome } from './command.ts';

interface Figures {
  net: number;
  held: number;
  frozen: number;
}
interface Kept {
  type: Command['type'];
  changes: { account: AccountRef; net: number; held: number; frozen: number }[];
  followedBy: Command['type'] | undefined;
}

export class ModelLedger {
  readonly figures = new Map<string, Figures>();
  readonly #kept = new Map<string, Kept>();
  readonly #answers = new Map<string, { content: string; reason: string }>();

  /** 'ok' or the reason. `real` is the real ledger's answer, of which only the ids of new entries are taken. */
  apply(command: Command, real: Outcome): string {
    const content = JSON.stringify({ ...command, at: undefined, expiresAt: undefined });
    const known = this.#answers.get(command.key);
    if (known) return known.content === content ? known.reason : 'key-reused-with-other-content';
    const ruling = this.#rule(command);
    const reason = typeof ruling === 'string' ? ruling : this.#change(ruling);
    this.#answers.set(command.key, { content, reason });
    if (reason !== 'ok' || typeof ruling === 'string') return reason;
    const followed =
      'holdId' in command ? command.holdId : 'journalId' in command ? command.journalId : undefined;
    const before = followed && this.#kept.get(followed);
    if (before) before.followedBy = command.type;
    for (const id of idsIn(real))
      if (!this.#kept.has(id))
        this.#kept.set(id, { type: command.type, changes: ruling, followedBy: undefined });
    return 'ok';
  }

  #rule(command: Command): string | Kept['changes'] {
    const only = { net: 0, held: 0, frozen: 0 };
    switch (command.type) {
      case 'post':
        return command.legs.map(({ account, amountFen }) => ({ ...only, account, net: amountFen }));
      case 'hold':
        return command.legs.map(({ account, amountFen }) => ({ ...only, account, held: amountFen }));
      case 'freeze':
        if (!this.figures.has(accountNameOf(command.account))) return 'unknown-account';
        return [{ ...only, account: command.account, frozen: command.amountFen }];
      case 'reverse': {
        const journal = this.#kept.get(command.journalId);
        if (!journal) return 'unknown-journal';
        if (journal.type !== 'post' && journal.type !== 'capture') return 'not-reversible';
        if (journal.followedBy) return 'already-reversed';
        return journal.changes.map(({ account, net }) => ({ ...only, account, net: -net }));
      }
      case 'capture':
      case 'void':
      case 'expire': {
        const hold = this.#kept.get(command.holdId);
        if (hold?.type !== 'hold') return 'unknown-hold';
        if (hold.followedBy)
          return { capture: 'already-captured', void: 'already-voided', expire: 'already-expired' }[
            hold.followedBy as 'void'
          ];
        const taken = hold.changes.map(({ account, held }) => ({
          ...only,
          account,
          held: -held,
          net: command.type === 'capture' ? -held : 0,
        }));
        if (command.type !== 'capture') return taken;
        const given = command.to.map(({ account, amountFen }) => ({ ...only, account, net: amountFen }));
        return [...taken, ...given].reduce((sum, { net }) => sum + net, 0) === 0
          ? [...taken, ...given]
          : 'unbalanced';
      }
      case 'doubt':
      case 'quota':
      case 'set-status':
        throw new Error('not part of the model');
    }
  }

  #change(changes: Kept['changes']): string {
    const next = new Map<string, Figures>();
    for (const { account, net, held, frozen } of changes) {
      const name = accountNameOf(account);
      const old = next.get(name) ?? this.figures.get(name) ?? { net: 0, held: 0, frozen: 0 };
      next.set(name, { net: old.net + net, held: old.held + held, frozen: old.frozen + frozen });
    }
    for (const { account } of changes) {
      const name = accountNameOf(account);
      const { net, held, frozen } = next.get(name)!;
      const isDebit = account.kind === 'contributions';
      if (isDebit ? net <= 0 && held === 0 && frozen === 0 : net - held - frozen >= 0 && frozen >= 0)
        continue;
      return isDebit || this.figures.has(name) ? 'insufficient' : 'unknown-account';
    }
    for (const [name, figures] of next) this.figures.set(name, figures);
    return 'ok';
  }
}

function idsIn(outcome: Outcome): string[] {
  if (!outcome.ok) return [];
  const ids: (JournalId | HoldId | undefined)[] = [
    'journalId' in outcome ? outcome.journalId : undefined,
    'holdId' in outcome ? outcome.holdId : undefined,
  ];
  return ids.filter((id) => id !== undefined);
}
