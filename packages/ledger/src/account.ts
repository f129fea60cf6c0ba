// Names of accounts: what kinds there are, which side each stands on, and how one is pointed at.

/** Kinds of account, each with the side on which its balance stands. A positive balance is a credit. */
export const accountKinds = {
  /** What a person owns; one account per year of the money, so that next year's "prior" part needs no posting. */
  personal: 'credit',
  /** What a person has set aside for one relative in another province; the owner is `person/relation`, by year like `personal`. */
  quota: 'credit',
  /** The pooled fund of an area. */
  fund: 'credit',
  /** What the agency owes an institution for settlements. */
  payable: 'credit',
  /** Premium collected and owed to the tax bureau. */
  'tax-payable': 'credit',
  /** Cash that a payment channel holds for us. */
  'cash-transit': 'debit',
  /** What one area owes another; the owner names the direction, `211200->340500`. */
  clearing: 'either',
  /** Money on whose owner another party and we do not agree yet; a debit is what we may claim. */
  suspense: 'either',
  /** Contributions received: where the money of personal accounts and of the fund comes from. */
  contributions: 'debit',
  /** Interest paid to personal accounts. */
  interest: 'debit',
} as const;

export type AccountKind = keyof typeof accountKinds;
export type AccountSide = (typeof accountKinds)[AccountKind];
export type AccountStatus = 'open' | 'frozen' | 'closed';

/** Points at one account. `partYear` is the year of the money: required for `personal` and `quota`, absent for all others. */
export interface AccountRef {
  area: string;
  kind: AccountKind;
  owner: string;
  partYear?: number;
}

/** Points at all parts of one person's money, or of one quota, in one area. */
export interface OwnerRef {
  area: string;
  kind: 'personal' | 'quota';
  owner: string;
}

/** One line of a journal: credits are positive, debits negative, in fen. */
export interface Leg {
  account: AccountRef;
  amountFen: number;
}

/** An amount taken from one account, positive, in fen. */
export interface Taking {
  account: AccountRef;
  amountFen: number;
}

export type JournalId = `jrn_${number}`;
export type HoldId = `hld_${number}`;
export type AccountId = `acc_${number}`;
export type CaseId = `cas_${number}`;
