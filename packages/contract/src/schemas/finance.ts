// The finance officer's work: days and months of the books, accounts and their entries, cases, holds, refunds, payables, clearing.
import { z } from 'zod';
import { AreaCode, DateText, InstantText, PersonMark } from './common.ts';

/** Fen with a sign: credit is positive. */
const SignedFen = z.int();
/** 'YYYY-MM' */
export const MonthText = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

export const LedgerAccountKind = z.enum([
  'personal',
  'quota',
  'fund',
  'payable',
  'tax-payable',
  'cash-transit',
  'clearing',
  'suspense',
  'contributions',
  'interest',
]);
export type LedgerAccountKind = z.infer<typeof LedgerAccountKind>;

/** All accounts of a kind and year of money over a period: opening + in - out = closing, in fen. */
export const BookPart = z.object({
  kind: LedgerAccountKind,
  partYear: z.int().nullable(),
  openingFen: SignedFen,
  inFen: SignedFen,
  outFen: SignedFen,
  closingFen: SignedFen,
});
export type BookPart = z.infer<typeof BookPart>;

export const DaySeal = z.object({
  day: DateText,
  /** Of the day's closings, the hash chain and the root before it; hexadecimal. */
  root: z.string(),
  sealedAt: InstantText,
});

export const ReconciliationSource = z.enum(['tax', 'cash']);
export type ReconciliationSource = z.infer<typeof ReconciliationSource>;

/** One source's file of a day, as far as it came. */
const DayFile = z.object({
  source: ReconciliationSource,
  /** Null: not fetched so far. */
  comparedAt: InstantText.nullable(),
  /** Open cases of the area that were found in this day's file. */
  openCases: z.int(),
});

export const FinanceDay = z.object({
  day: DateText,
  today: DateText,
  /** The last sealed day of the area; null when there is none. */
  sealedThrough: DateText.nullable(),
  /** Days of the books with entries that are over and not sealed, the oldest first. */
  unsealedDays: z.array(DateText),
  seal: DaySeal.nullable(),
  /** False: today or later; such a day can't be closed. */
  isOver: z.boolean(),
  files: z.array(DayFile),
  /** Holds of the area that are open now, and those that expire within two days. */
  openHolds: z.int(),
  expiringHolds: z.int(),
  parts: z.array(BookPart),
});
export type FinanceDay = z.infer<typeof FinanceDay>;

export const ReconcileBody = z.object({ source: ReconciliationSource });

export const FinanceMonth = z.object({
  month: MonthText,
  today: DateText,
  sealedThrough: DateText.nullable(),
  isOver: z.boolean(),
  isSealed: z.boolean(),
  parts: z.array(BookPart),
  /** Days with entries, the oldest first; how much money moved. */
  days: z.array(z.object({ day: DateText, isSealed: z.boolean(), movedFen: z.int() })),
  openCases: z.int(),
  isCleared: z.boolean(),
});
export type FinanceMonth = z.infer<typeof FinanceMonth>;

/** An account of the area. The owner is a person's number, an institution's code, or a name of the books. */
export const BookAccount = z.object({
  accountId: z.string(),
  kind: LedgerAccountKind,
  owner: z.string(),
  /** Name of the institution or the other area; null where there is none to show. */
  ownerName: z.string().nullable(),
  partYear: z.int().nullable(),
});
export type BookAccount = z.infer<typeof BookAccount>;

export const MovedAccounts = z.object({
  day: DateText,
  /** How many accounts moved; `items` has those with the most money, at most 200. */
  total: z.int(),
  items: z.array(BookAccount.extend({ inFen: SignedFen, outFen: SignedFen })),
});
export type MovedAccounts = z.infer<typeof MovedAccounts>;

export const BookEntry = z.object({
  journalId: z.string(),
  day: DateText,
  kind: z.string(),
  /** Settlement, premium or file behind it. */
  reference: z.string(),
  amountFen: SignedFen,
  balanceFen: SignedFen,
});
export type BookEntry = z.infer<typeof BookEntry>;

/** Opening + entries = closing, as long as `more` is false. */
export const AccountEntries = z.object({
  account: BookAccount,
  from: DateText,
  to: DateText,
  openingFen: SignedFen,
  closingFen: SignedFen,
  entries: z.array(BookEntry),
  /** There are more entries than are shown. */
  more: z.boolean(),
});
export type AccountEntries = z.infer<typeof AccountEntries>;

export const BookJournal = z.object({
  journalId: z.string(),
  kind: z.string(),
  reference: z.string(),
  day: DateText,
  happenedAt: InstantText,
  /** The journal that it reverses, or the hold that it ends. */
  follows: z.string().nullable(),
  /** The area's own lines: what moved from one account to another, or was set aside on one. */
  lines: z.array(
    z.object({
      effect: z.enum(['moved', 'held', 'released', 'other']),
      from: BookAccount.nullable(),
      to: BookAccount.nullable(),
      fen: z.int(),
    }),
  ),
});
export type BookJournal = z.infer<typeof BookJournal>;

export const CaseDifference = z.enum([
  'missing-there',
  'unknown-here',
  'amount-differs',
  'duplicate-there',
  'open-here',
  'returned-here',
]);
export type CaseDifference = z.infer<typeof CaseDifference>;
export const CaseResolution = z.enum([
  'other-side-corrects',
  'arrived-late',
  'settled-here',
  'to-suspense',
  'given-back',
  'fund-bears',
]);
export type CaseResolution = z.infer<typeof CaseResolution>;

export const FinanceCase = z.object({
  caseId: z.string(),
  source: ReconciliationSource,
  day: DateText,
  reference: z.string(),
  kind: z.enum(['accepted', 'paid', 'refunded']),
  difference: CaseDifference,
  number: z.string().nullable(),
  theirArea: AreaCode.nullable(),
  oursFen: z.int().nullable(),
  theirsFen: z.int().nullable(),
  state: z.enum(['open', 'resolved']),
  resolution: CaseResolution.nullable(),
  lateDay: DateText.nullable(),
  suspenseJournalId: z.string().nullable(),
  journalId: z.string().nullable(),
  version: z.int(),
  openedAt: InstantText,
  resolvedAt: InstantText.nullable(),
  /** What may be chosen now. */
  resolutions: z.array(CaseResolution),
});
export type FinanceCase = z.infer<typeof FinanceCase>;
export const FinanceCases = z.object({ items: z.array(FinanceCase) });
export const FinanceCaseDetail = FinanceCase.extend({
  steps: z.array(
    z.object({ at: InstantText, kind: z.string(), actorId: z.string(), words: z.string().nullable() }),
  ),
});
export type FinanceCaseDetail = z.infer<typeof FinanceCaseDetail>;
export const CaseResolutionBody = z.object({
  resolution: CaseResolution,
  reason: z.string().max(500),
  /** Version of the case that was looked at. */
  seenVersion: z.int().min(1),
});

export const OpenHolds = z.object({
  /** The database's clock, which holds expire by. */
  now: InstantText,
  items: z.array(
    z.object({
      holdId: z.string(),
      /** Journal of the hold, for its lines. */
      journalId: z.string(),
      kind: z.string(),
      reference: z.string(),
      owner: PersonMark.nullable(),
      fen: z.int(),
      /** Nobody knows the outcome: it is settled by asking and does not expire. */
      inDoubt: z.boolean(),
      expiresAt: InstantText,
      day: DateText,
    }),
  ),
});
export type OpenHolds = z.infer<typeof OpenHolds>;

export const Refunds = z.object({
  month: MonthText,
  items: z.array(
    z.object({
      kind: z.enum(['settlement', 'premium']),
      reference: z.string(),
      day: DateText,
      /** Institution of the settlement. */
      place: z.string().nullable(),
      /** Back to personal accounts and funds, or released there. */
      accountFen: z.int(),
      cashFen: z.int(),
      state: z.enum(['done', 'under-way']),
      journalId: z.string().nullable(),
    }),
  ),
});
export type Refunds = z.infer<typeof Refunds>;

export const Payables = z.object({
  month: MonthText,
  items: z.array(
    BookAccount.extend({
      openingFen: SignedFen,
      inFen: SignedFen,
      outFen: SignedFen,
      closingFen: SignedFen,
    }),
  ),
});
export type Payables = z.infer<typeof Payables>;

const ClearingPosition = z.object({
  otherArea: AreaCode,
  otherAreaName: z.string(),
  scope: z.enum(['in-province', 'cross-province']),
  entries: z.int(),
  /** Positive: the area owes the other one. */
  fen: SignedFen,
  journalId: z.string().nullable(),
});
export const ClearingMonths = z.object({
  months: z.array(
    z.object({
      month: MonthText,
      payFen: z.int(),
      receiveFen: z.int(),
      positions: z.array(ClearingPosition),
    }),
  ),
});
export type ClearingMonths = z.infer<typeof ClearingMonths>;

export const ClearingEntries = z.object({
  month: MonthText,
  otherArea: AreaCode,
  otherAreaName: z.string(),
  items: z.array(
    z.object({
      journalId: z.string(),
      day: DateText,
      kind: z.string(),
      reference: z.string(),
      fen: SignedFen,
    }),
  ),
  more: z.boolean(),
});
export type ClearingEntries = z.infer<typeof ClearingEntries>;

export const StatementBody = z.object({
  /** Number of the person, or the 18-digit identity number. */
  person: z.string().trim().min(1).max(40),
  from: DateText,
  to: DateText,
});

/** Statement of a person's account: opening + in - out = closing, for each year of the money and in all. */
export const PersonStatement = z.object({
  owner: PersonMark,
  from: DateText,
  to: DateText,
  openingFen: SignedFen,
  inFen: z.int(),
  outFen: z.int(),
  closingFen: SignedFen,
  parts: z.array(z.object({ partYear: z.int(), openingFen: SignedFen, closingFen: SignedFen })),
  lines: z.array(
    z.object({
      journalId: z.string(),
      day: DateText,
      kind: z.string(),
      reference: z.string(),
      partYear: z.int(),
      amountFen: SignedFen,
      balanceFen: SignedFen,
    }),
  ),
});
export type PersonStatement = z.infer<typeof PersonStatement>;
