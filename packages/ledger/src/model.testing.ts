// A ledger in a few lines of plain memory, one command at a time: what the property tests hold the real one against.
import type { AccountRef, AccountStatus, HoldId, JournalId } from './account.ts';
import { accountNameOf } from './account-name.ts';
import type { CaptureCommand, Command, Outcome, QuotaCommand } from './command.ts';
import { quotaOwner } from './rules-quota.ts';

interface Figures {
  net: number;
  held: number;
  frozen: number;
}
interface Change extends Figures {
  account: AccountRef;
}
interface Kept {
  type: Command['type'];
  changes: Change[];
  followedBy: Command['type'] | undefined;
  isUnknown: boolean;
  isAnsweredLate: boolean;
  expiresAt: Date | undefined;
}

const nothing = { net: 0, held: 0, frozen: 0 };

export class ModelLedger {
  readonly figures = new Map<string, Figures>();
  readonly #status = new Map<string, AccountStatus>();
  readonly #refs = new Map<string, AccountRef>();
  readonly #kept = new Map<string, Kept>();
  readonly #answers = new Map<string, { content: string; reasons: string[] }>();
  readonly #sealedThrough: string;

  constructor(sealedThrough = '') {
    this.#sealedThrough = sealedThrough;
  }

  /**
   * 'ok', or each reason that may be given: which account of an entry is named first is the ledger's. `real` is the real
   * ledger's answer, of which only the ids of new entries are taken.
   */
  apply(command: Command, real: Outcome): string[] {
    const content = JSON.stringify({ ...command, at: undefined, expiresAt: undefined });
    const known = this.#answers.get(command.key);
    if (known) return known.content === content ? known.reasons : ['key-reused-with-other-content'];
    if (command.businessDate <= this.#sealedThrough) return ['day-sealed'];
    const ruling = this.#rule(command);
    const reasons = typeof ruling === 'string' ? [ruling] : this.#change(ruling);
    this.#answers.set(command.key, { content, reasons });
    if (reasons[0] !== 'ok' || typeof ruling === 'string') return reasons;
    if (command.type === 'set-status') this.#status.set(accountNameOf(command.account), command.status);
    const before = this.#followed(command);
    const isLate = command.type === 'capture' && before?.followedBy === 'expire';
    if (before && isLate) before.isAnsweredLate = true;
    else if (before && command.type === 'doubt') before.isUnknown = true;
    else if (before) before.followedBy = command.type;
    for (const id of idsIn(real)) {
      if (this.#kept.has(id)) continue;
      this.#kept.set(id, {
        type: isLate ? 'post' : command.type,
        changes: ruling,
        followedBy: undefined,
        isUnknown: false,
        isAnsweredLate: false,
        expiresAt: 'expiresAt' in command ? command.expiresAt : undefined,
      });
    }
    return ['ok'];
  }

  #followed(command: Command): Kept | undefined {
    const id = 'holdId' in command ? command.holdId : 'journalId' in command ? command.journalId : undefined;
    return id && this.#kept.get(id);
  }

  #rule(command: Command): string | Change[] {
    switch (command.type) {
      case 'post':
        return command.legs.map(({ account, amountFen }) => ({ ...nothing, account, net: amountFen }));
      case 'hold':
        return command.legs.map(({ account, amountFen }) => ({ ...nothing, account, held: amountFen }));
      case 'freeze':
        if (!this.figures.has(accountNameOf(command.account))) return 'unknown-account';
        return [{ ...nothing, account: command.account, frozen: command.amountFen }];
      case 'set-status': {
        if (command.account.area !== command.area) return 'bad-account';
        const figures = this.figures.get(accountNameOf(command.account));
        if (!figures) return 'unknown-account';
        const isEmpty = figures.net === 0 && figures.held === 0 && figures.frozen === 0;
        return command.status === 'closed' && !isEmpty ? 'not-empty' : [];
      }
      case 'reverse': {
        const journal = this.#kept.get(command.journalId);
        if (!journal) return 'unknown-journal';
        if (journal.type !== 'post' && journal.type !== 'capture') return 'not-reversible';
        if (journal.followedBy) return 'already-reversed';
        return journal.changes.map(({ account, net }) => ({ ...nothing, account, net: -net }));
      }
      case 'quota':
        return this.#quota(command);
      case 'capture':
      case 'void':
      case 'expire':
      case 'doubt': {
        const hold = this.#kept.get(command.holdId);
        if (hold?.type !== 'hold') return 'unknown-hold';
        if (hold.isAnsweredLate) return 'already-captured';
        const isLate =
          hold.followedBy === 'expire' && command.type === 'capture' && command.ifExpired !== undefined;
        if (hold.followedBy && !isLate)
          return { capture: 'already-captured', void: 'already-voided', expire: 'already-expired' }[
            hold.followedBy as 'void'
          ];
        if (command.type === 'capture') return this.#capture(command, hold, isLate);
        if (command.type === 'doubt') return hold.isUnknown ? 'outcome-unknown' : [];
        if (command.type === 'expire' && hold.isUnknown) return 'outcome-unknown';
        if (command.type === 'expire' && hold.expiresAt && command.at < hold.expiresAt)
          return 'not-yet-expired';
        return hold.changes.map(({ account, held }) => ({ ...nothing, account, held: -held }));
      }
    }
  }

  /** What is taken leaves its account or, when the hold had expired, the suspense account; the rest is released. */
  #capture({ to, part, ifExpired }: CaptureCommand, hold: Kept, isLate: boolean): string | Change[] {
    const left = new Map<string, { account: AccountRef; fen: number }>();
    for (const { account, held } of hold.changes) {
      const fen = (left.get(accountNameOf(account))?.fen ?? 0) + held;
      left.set(accountNameOf(account), { account, fen });
    }
    const taken = part ?? [...left.values()].map(({ account, fen }) => ({ account, amountFen: fen }));
    for (const { account, amountFen } of taken) {
      const rest = left.get(accountNameOf(account));
      if (!rest || rest.fen < amountFen) return 'exceeds-hold';
      rest.fen -= amountFen;
    }
    const takenFen = taken.reduce((sum, { amountFen }) => sum + amountFen, 0);
    if (to.reduce((sum, { amountFen }) => sum + amountFen, 0) !== takenFen) return 'unbalanced';
    const given = to.map(({ account, amountFen }) => ({ ...nothing, account, net: amountFen }));
    if (isLate) return [{ ...nothing, account: ifExpired!, net: -takenFen }, ...given];
    return [
      ...taken.map(({ account, amountFen }) => ({ ...nothing, account, net: -amountFen, held: -amountFen })),
      ...[...left.values()].map(({ account, fen }) => ({ ...nothing, account, held: -fen })),
      ...given,
    ];
  }

  /** More from the oldest money, less back to the years it came from, the newest first. */
  #quota({ area, owner, relation, totalFen }: QuotaCommand): string | Change[] {
    const partsOf = (kind: AccountRef['kind'], of: string) =>
      [...this.#refs.values()]
        .filter((ref) => ref.area === area && ref.kind === kind && ref.owner === of)
        .sort((a, b) => a.partYear! - b.partYear!);
    const aside = quotaOwner(owner, relation);
    const available = (ref: AccountRef): number => {
      const { net, held, frozen } = this.figures.get(accountNameOf(ref))!;
      return net - held - frozen;
    };
    const sum = (refs: AccountRef[]) => refs.reduce((fen, ref) => fen + available(ref), 0);
    const quotas = partsOf('quota', aside);
    const more = totalFen - sum(quotas);
    const from = more >= 0 ? partsOf('personal', owner) : quotas.reverse();
    if (sum(from) < Math.abs(more)) return 'insufficient';
    let rest = Math.abs(more);
    return from.flatMap((account) => {
      const fen = Math.min(rest, available(account));
      rest -= fen;
      if (fen === 0) return [];
      const other: AccountRef =
        more > 0 ? { ...account, kind: 'quota', owner: aside } : { ...account, kind: 'personal', owner };
      return [
        { ...nothing, account, net: -fen },
        { ...nothing, account: other, net: fen },
      ];
    });
  }

  #change(changes: Change[]): string[] {
    const next = new Map<string, Figures>();
    const reasons = new Set<string>();
    for (const { account, net, held, frozen } of changes) {
      const name = accountNameOf(account);
      const old = next.get(name) ?? this.figures.get(name) ?? nothing;
      next.set(name, { net: old.net + net, held: old.held + held, frozen: old.frozen + frozen });
    }
    for (const { account } of changes) {
      const reason = this.#refusal(account, next.get(accountNameOf(account))!);
      if (reason) reasons.add(reason);
    }
    if (reasons.size > 0) return [...reasons];
    for (const [name, figures] of next) this.figures.set(name, figures);
    for (const { account } of changes) this.#refs.set(accountNameOf(account), account);
    return ['ok'];
  }

  #refusal(account: AccountRef, { net, held, frozen }: Figures): string | undefined {
    const name = accountNameOf(account);
    const old = this.figures.get(name) ?? nothing;
    const status = this.#status.get(name) ?? 'open';
    if (status === 'closed') return 'closed';
    if (status === 'frozen' && net - held - frozen < old.net - old.held - old.frozen) return 'frozen';
    if (account.kind === 'suspense') return undefined;
    const isDebit = account.kind === 'contributions';
    if (isDebit ? net <= 0 && held === 0 && frozen === 0 : net - held - frozen >= 0 && frozen >= 0)
      return undefined;
    return isDebit || this.figures.has(name) ? 'insufficient' : 'unknown-account';
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
