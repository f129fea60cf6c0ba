// Reconciliation with the tax bureau and the cash channel: the calls and the shapes that they answer with.
import type { Context } from '../kernel/context.ts';
import type { Result } from '../kernel/result.ts';

export type Source = 'tax' | 'cash';

/** What differs between their file and our book. */
export type Difference =
  /** We have it, their file of the day does not. */
  | 'missing-there'
  /** They have it, we never heard of the reference. */
  | 'unknown-here'
  | 'amount-differs'
  /** The same reference twice in one file. */
  | 'duplicate-there'
  /** They say it is done, ours is still under way: usually settled by asking them. */
  | 'open-here'
  /** They did it after ours had gone back: a late success. Its amount stands on the suspense account. */
  | 'returned-here';

export type Resolution =
  /** They mend their book; nothing is posted. */
  | 'other-side-corrects'
  /** The missing row came with a later file. */
  | 'arrived-late'
  /** Our payment has since ended as theirs. */
  | 'settled-here'
  /** Their amount goes to the suspense account until its owner is found. */
  | 'to-suspense'
  /** They gave a late success back: what stands on the suspense account is reversed. */
  | 'given-back'
  /** The pooled fund bears a late success. */
  | 'fund-bears';

/** One difference, in fen and days of Asia/Shanghai. */
export interface ReconciliationCase {
  caseId: string;
  area: string;
  source: Source;
  /** Day of the file. */
  day: string;
  /** Our id of the payment, or theirs if we never heard of it. */
  reference: string;
  kind: 'accepted' | 'paid' | 'refunded';
  difference: Difference;
  /** Their number of the receipt or order. */
  number: string | null;
  /** Where they book it: for a premium the insured area of the member; null when they have no row. */
  theirArea: string | null;
  oursFen: number | null;
  theirsFen: number | null;
  state: 'open' | 'resolved';
  resolution: Resolution | null;
  lateDay: string | null;
  suspenseJournalId: string | null;
  journalId: string | null;
  version: number;
  /** ISO instants with +08:00. */
  openedAt: string;
  resolvedAt: string | null;
  /** What may be chosen now. */
  resolutions: Resolution[];
}

/** What an officer chose; `seenVersion` is the version of the case that was looked at. */
export interface Choice {
  resolution: Resolution;
  reason: string;
  seenVersion: number;
}

export interface ReconciliationStep {
  at: string;
  kind: string;
  actorId: string;
  /** The reason in the officer's words; null for steps of the system. */
  words: string | null;
}

/** What a run found. Counts are rows of the file, sums in fen. */
export interface ReconciliationReport {
  source: Source;
  day: string;
  version: number;
  /** True when this very file had been compared before. */
  repeated: boolean;
  rows: number;
  totalFen: number;
  matchedRows: number;
  matchedFen: number;
  /** Cases that this run opened, by difference. */
  opened: Partial<Record<Difference, number>>;
  /** Missing rows of earlier days that came with this file. */
  arrivedLate: number;
  /** Open cases of this source, this run's among them. */
  openCases: number;
}

export type RunOutcome =
  | { ok: true; report: ReconciliationReport }
  | { ok: false; reason: 'silent' | 'not-ready' | 'file-damaged'; what: string };

export interface ReconciliationService {
  /** Fetches a day's file and compares it. Safe to run again and to kill: it goes on where it stopped. */
  run(source: Source, day: string, at: Date): Promise<RunOutcome>;
  /** Cases of the finance officer's area, open ones first, the newest first. */
  list(context: Context, filter?: { state?: 'open' | 'resolved' }): Promise<Result<ReconciliationCase[]>>;
  get(
    context: Context,
    caseId: string,
  ): Promise<Result<ReconciliationCase & { steps: ReconciliationStep[] }>>;
  /** Ends a case with a reason. What has to be posted is posted in the same transaction, under a name of its own. */
  resolve(context: Context, caseId: string, body: Choice, key: string): Promise<Result<ReconciliationCase>>;
}
