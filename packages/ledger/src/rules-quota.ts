// The rule of the frozen quota: what a person has put aside for a relative in another province, set to a total.
import type { AccountRef, Leg } from './account.ts';
import type { AccountBook } from './account-book.ts';
import type { QuotaCommand } from './command.ts';
import { availableOf } from './entry.ts';
import type { AccountState } from './entry.ts';
import { moved, ruled } from './rules.ts';
import type { Ruling } from './rules.ts';

/** Owner of the quota accounts of a person and relation. */
export const quotaOwner = (owner: string, relation: string): string => `${owner}/${relation}`;

/** More comes from the oldest money, less goes back to the years it came from, the newest first. */
export function ruleQuota(book: AccountBook, command: QuotaCommand): Ruling {
  const { area, owner, relation, totalFen, businessDate } = command;
  const aside = quotaOwner(owner, relation);
  const parts = book.parts(area, owner);
  const quotas = book.parts(area, aside, 'quota');
  const account: AccountRef = parts[0]?.ref ?? {
    ...{ area, kind: 'personal', owner },
    partYear: Number(businessDate.slice(0, 4)),
  };
  if (!Number.isSafeInteger(totalFen) || totalFen < 0 || relation === '' || owner === '')
    return { ok: false, reason: 'bad-amount', account, amountFen: Number.isFinite(totalFen) ? totalFen : 0 };
  const moreFen = totalFen - sumFen(quotas);
  const from = moreFen >= 0 ? parts : quotas.toReversed();
  const neededFen = Math.abs(moreFen);
  if (sumFen(from) < neededFen)
    return { ok: false, reason: 'insufficient', account, availableFen: sumFen(from), neededFen };
  const legs: Leg[] = [];
  let restFen = neededFen;
  for (const part of from) {
    const amountFen = Math.min(restFen, Math.max(0, availableOf(part)));
    if (amountFen === 0) continue;
    const other: AccountRef =
      moreFen > 0 ? { ...part.ref, kind: 'quota', owner: aside } : { ...part.ref, kind: 'personal', owner };
    legs.push({ account: part.ref, amountFen: -amountFen }, { account: other, amountFen });
    restFen -= amountFen;
  }
  return ruled(
    book,
    legs.map((leg) => moved(book, leg)),
  );
}

const sumFen = (accounts: readonly AccountState[]): number =>
  accounts.reduce((sum, account) => sum + Math.max(0, availableOf(account)), 0);
