// Clearing between areas: an entry that spans areas balances in each of them by legs on the accounts between two areas.
import type { AccountRef, Leg } from './account.ts';

/** The account in `area` for what it owes `other` (credit) or is owed by it (debit). */
function clearingAccount(area: string, other: string): AccountRef {
  return { area, kind: 'clearing', owner: `${area}->${other}` };
}

/** The legs that make `legs`, which sum to zero, balance in every area; each foreign area settles with `home`. */
export function clearingLegs(home: string, legs: readonly Leg[]): Leg[] {
  const sumByArea = new Map<string, number>();
  for (const { account, amountFen } of legs)
    sumByArea.set(account.area, (sumByArea.get(account.area) ?? 0) + amountFen);
  const added: Leg[] = [];
  for (const [area, sumFen] of sumByArea) {
    if (area === home || sumFen === 0) continue;
    added.push(
      { account: clearingAccount(area, home), amountFen: -sumFen },
      { account: clearingAccount(home, area), amountFen: sumFen },
    );
  }
  return added;
}
