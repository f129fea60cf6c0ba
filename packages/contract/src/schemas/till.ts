// The till of a hospital or pharmacy: patient, quote, settlement, reversal. The giver is never named here.
import { z } from 'zod';
import { AreaCode, DateText, ExplanationLine, Fen, InstantText, PolicyRef, Scheme } from './common.ts';
import { InstitutionMark } from './session.ts';

export const TillPatientBody = z.object({
  /** The patient's own credential: electronic credential (person number) or identity number. */
  credential: z.string().trim().min(1).max(64),
});

export const TillPatient = z.object({
  personNo: z.string(),
  name: z.string(),
  maskedIdNumber: z.string(),
  area: AreaCode,
  areaName: z.string(),
  scheme: Scheme,
  retired: z.boolean(),
  /** Diseases that the person is or was registered for, and whether that holds today. */
  chronic: z.array(
    z.object({ code: z.string(), name: z.string(), state: z.enum(['not-begun', 'valid', 'lapsed']) }),
  ),
  ownAccountFen: Fen,
  /** Relatives' money may be used for this patient today. */
  hasShared: z.boolean(),
  yearToDate: z.object({ deductibleFen: Fen, fundPaidFen: Fen }),
});
export type TillPatient = z.infer<typeof TillPatient>;

export const TillQuoteBody = z.object({
  personNo: z.string(),
  bill: z.object({
    totalFen: Fen,
    whollySelfPaidFen: Fen,
    overPriceLimitFen: Fen,
    preSelfPaidFen: Fen,
  }),
  /** Codes of the registered chronic diseases that this bill is for; empty for an ordinary bill. */
  chronic: z.array(z.string()),
  /** 0 none, 1 own account only, 2 own account and then relatives'. */
  accountUse: z.enum(['none', 'own', 'own-then-shared']),
});
export type TillQuoteBody = z.infer<typeof TillQuoteBody>;

export const TillResult = z.object({
  totalFen: Fen,
  fundFen: Fen,
  deductibleFen: Fen,
  ownAccountFen: Fen,
  /** Sum paid by relatives' accounts; by whom is not told here. */
  sharedFen: Fen,
  cashFen: Fen,
  ownAccountAfterFen: Fen,
  yearToDate: z.object({ deductibleFen: Fen, fundPaidFen: Fen }),
  policy: PolicyRef,
  lines: z.array(ExplanationLine),
});
export type TillResult = z.infer<typeof TillResult>;

export const TillQuote = z.object({ quoteId: z.string(), validUntil: InstantText, result: TillResult });
export type TillQuote = z.infer<typeof TillQuote>;

export const SettlementBody = z.object({ quoteId: z.string() });

export const Settlement = z.object({
  settlementId: z.string(),
  state: z.enum(['settled', 'reversed']),
  at: InstantText,
  businessDate: DateText,
  institution: InstitutionMark,
  patient: z.object({ personNo: z.string(), name: z.string(), maskedIdNumber: z.string() }),
  result: TillResult,
  reversal: z.object({ at: InstantText, reason: z.string() }).nullable(),
});
export type Settlement = z.infer<typeof Settlement>;
export const Settlements = z.object({ items: z.array(Settlement) });
export const ReversalBody = z.object({ reason: z.string().trim().min(2).max(200) });
