// Who pays what the fund leaves: the own account, then the givers in order, each within balance and limit, then cash.
import type { Slice } from './library.ts';
import type { Split } from './split.ts';
import type { QuoteAccount } from './types.ts';

export interface Payment {
  account: QuoteAccount;
  priorYearFen: number;
  currentYearFen: number;
  fen: number;
  /** True when the limit, not the balance, held this payment back. */
  heldByLimit: boolean;
}

export interface Payers {
  /** What accounts may pay of this bill at all. */
  payableFen: number;
  own: Payment | null;
  givers: Payment[];
  cashFen: number;
}

type Conventions = NonNullable<Slice['conventions']>;

function payableOf(split: Split, conventions: Conventions): number {
  const parts: Record<Conventions['payableFromAccounts'][number], number> = {
    'wholly-self-paid': split.whollySelfPaidFen,
    'over-price-limit': split.overPriceLimitFen,
    'pre-self-paid': split.preSelfPaidFen,
    deductible: split.deductibleFen,
    'own-share': split.ownShareFen,
    'above-cap': split.aboveCapFen,
  };
  return conventions.payableFromAccounts.reduce((sum, part) => sum + parts[part], 0);
}

function take(account: QuoteAccount, neededFen: number, conventions: Conventions): Payment {
  const mostFen = Math.min(neededFen, account.limitFen ?? neededFen);
  const taken = { 'prior-year': 0, 'current-year': 0 };
  let leftFen = mostFen;
  for (const part of conventions.partOrder) {
    taken[part] = Math.min(leftFen, part === 'prior-year' ? account.priorYearFen : account.currentYearFen);
    leftFen -= taken[part];
  }
  const fen = mostFen - leftFen;
  return {
    account,
    priorYearFen: taken['prior-year'],
    currentYearFen: taken['current-year'],
    fen,
    heldByLimit: leftFen === 0 && mostFen < neededFen,
  };
}

/** Shares out the patient's part; the sum of fund, accounts and cash is always the bill. */
export function sharePayment(
  totalFen: number,
  split: Split,
  accounts: readonly QuoteAccount[],
  conventions: Conventions,
): Payers {
  const payableFen = payableOf(split, conventions);
  let leftFen = payableFen;
  const pay = (account: QuoteAccount): Payment => {
    const payment = take(account, leftFen, conventions);
    leftFen -= payment.fen;
    return payment;
  };
  const self = accounts.find((account) => account.owner === 'self');
  const own = self === undefined ? null : pay(self);
  const givers = accounts.filter((account) => account.owner !== 'self').map(pay);
  return { payableFen, own, givers, cashFen: totalFen - split.fundFen - (payableFen - leftFen) };
}
