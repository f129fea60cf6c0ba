// The accounts of open books in memory: an entry moves all of its accounts or none.
import { accountKinds } from './account.ts';
import type { AccountRef, OwnerRef } from './account.ts';
import { accountNameOf } from './account-name.ts';
import type { Refusal } from './command.ts';
import { availableOf } from './entry.ts';
import type { AccountState, Movement } from './entry.ts';

export class AccountBook {
  readonly #accounts = new Map<string, AccountState>();
  /** Names of accounts by owner, so that a large batch finds one person's parts at once. */
  readonly #namesOf = new Map<string, Set<string>>();
  readonly #lockedOwners = new Set<string>();

  /** An account that exists and is locked. */
  add(account: AccountState): void {
    const name = accountNameOf(account.ref);
    const known = this.#accounts.get(name);
    if (!known?.exists) this.#put(name, account);
  }

  get size(): number {
    return this.#accounts.size;
  }

  exists(ref: AccountRef): boolean {
    return this.#accounts.get(accountNameOf(ref))?.exists === true;
  }

  /** Puts the name into `names` if no account of it is known. */
  gather(ref: AccountRef, names: Map<string, AccountRef>): void {
    const name = accountNameOf(ref);
    if (this.#accounts.get(name)?.exists !== true) names.set(name, ref);
  }

  /** A name that was looked for: if no account was found, its first credit makes one. */
  addAbsent(ref: AccountRef): void {
    const name = accountNameOf(ref);
    if (!this.#accounts.has(name)) this.#put(name, absent(ref));
  }

  addOwner({ area, kind, owner }: OwnerRef): void {
    this.#lockedOwners.add(`${area}|${kind}|${owner}`);
  }

  #put(name: string, account: AccountState): void {
    this.#accounts.set(name, account);
    const { area, kind, owner } = account.ref;
    const ownerName = `${area}|${kind}|${owner}`;
    const names = this.#namesOf.get(ownerName);
    if (names) names.add(name);
    else this.#namesOf.set(ownerName, new Set([name]));
  }

  /** The account, or a fault if it was not locked. Clearing accounts have no limit and need no lock. */
  get(ref: AccountRef): AccountState {
    const name = accountNameOf(ref);
    const known = this.#accounts.get(name);
    if (known) return known;
    const isCovered =
      ref.kind === 'clearing' || this.#lockedOwners.has(`${ref.area}|${ref.kind}|${ref.owner}`);
    if (!isCovered) throw new Error(`account ${name} was not locked`);
    const account = absent(ref);
    this.#put(name, account);
    return account;
  }

  /** Parts that exist of an owner whose parts were all locked, the oldest year first. */
  parts(area: string, owner: string, kind: OwnerRef['kind'] = 'personal'): AccountState[] {
    const ownerName = `${area}|${kind}|${owner}`;
    if (!this.#lockedOwners.has(ownerName))
      throw new Error(`the parts of ${owner} in ${area} were not locked`);
    return [...(this.#namesOf.get(ownerName) ?? [])]
      .flatMap((name) => this.#accounts.get(name) ?? [])
      .filter(({ exists }) => exists)
      .sort((a, b) => (a.ref.partYear ?? 0) - (b.ref.partYear ?? 0));
  }

  /** Moves all or, with a reason, nothing. */
  move(movements: readonly Movement[]): Refusal | undefined {
    const before: Before[] = [];
    for (const { account, amountFen, heldFen, frozenFen } of movements) {
      if (!before.some((old) => old.account === account)) {
        const { netFen, heldFen: held, frozenFen: frozen, exists } = account;
        before.push({ account, netFen, heldFen: held, frozenFen: frozen, exists });
      }
      account.netFen += amountFen;
      account.heldFen += heldFen;
      account.frozenFen += frozenFen;
      account.exists = true;
    }
    for (const old of before) {
      const refusal = refusalOf(old, old.account);
      if (refusal) {
        for (const { account, netFen, heldFen, frozenFen, exists } of before)
          Object.assign(account, { netFen, heldFen, frozenFen, exists });
        return refusal;
      }
    }
    return undefined;
  }
}

/** What an entry may change of an account, as it stood before. */
interface Before extends Pick<AccountState, 'netFen' | 'heldFen' | 'frozenFen' | 'exists'> {
  account: AccountState;
}

function absent(ref: AccountRef): AccountState {
  const { area, kind, owner, partYear } = ref;
  const name: AccountRef = partYear === undefined ? { area, kind, owner } : { area, kind, owner, partYear };
  return {
    id: undefined,
    exists: false,
    ref: name,
    side: accountKinds[kind],
    status: 'open',
    netFen: 0,
    heldFen: 0,
    frozenFen: 0,
    recordedFen: 0,
    lastRecord: 0,
  };
}

/** Why the account may not go from `old` to `now`. */
function refusalOf(old: Before, now: AccountState): Refusal | undefined {
  const account = now.ref;
  const takenFen = availableOf(old) - availableOf(now);
  if (now.status === 'closed') return { ok: false, reason: 'closed', account };
  if (now.status === 'frozen' && takenFen > 0) return { ok: false, reason: 'frozen', account };
  if (now.side === 'either') return undefined;
  if (now.side === 'debit') {
    if (now.netFen <= 0 && now.heldFen === 0 && now.frozenFen === 0) return undefined;
    return {
      ok: false,
      reason: 'insufficient',
      account,
      availableFen: -old.netFen,
      neededFen: now.netFen - old.netFen,
    };
  }
  if (now.frozenFen < 0) {
    return {
      ok: false,
      reason: 'insufficient',
      account,
      availableFen: old.frozenFen,
      neededFen: old.frozenFen - now.frozenFen,
    };
  }
  if (availableOf(now) >= 0) return undefined;
  if (!old.exists) return { ok: false, reason: 'unknown-account', account };
  return { ok: false, reason: 'insufficient', account, availableFen: availableOf(old), neededFen: takenFen };
}
