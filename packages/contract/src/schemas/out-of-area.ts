// Treatment outside the insured area: filings, and what the area's policy says about it.
import { z } from 'zod';
import { AreaCode, DateText, Fen, InstantText, Scheme, Source } from './common.ts';

/** Living there, sent there by a hospital, or there for a while (work, travel, own choice). */
export const FilingKind = z.enum(['long-stay', 'referral', 'temporary']);
export type FilingKind = z.infer<typeof FilingKind>;

export const Filing = z.object({
  filingId: z.string(),
  placeName: z.string(),
  /** An area code of the place, to file it again. */
  placeArea: AreaCode,
  kind: FilingKind,
  from: DateText,
  /** The last day on which it holds; null: without end. */
  lastDay: DateText.nullable(),
  /** `ending`: valid, and within the policy's days of warning. */
  state: z.enum(['not-begun', 'valid', 'ending', 'lapsed']),
  /** Days on which it still holds, today counted; null without end, or when it does not hold. */
  daysLeft: z.int().nullable(),
  origin: z.enum(['registry', 'person']),
  recordedAt: InstantText,
});
export type Filing = z.infer<typeof Filing>;

/** What the fund does with a bill from elsewhere. */
const ElsewhereShare = z.discriminatedUnion('kind', [
  /** Percentage points off the ratio at home, per ten thousand (10 points = 1000). */
  z.object({ kind: z.literal('reduced'), pointsLess: z.int(), source: Source }),
  z.object({ kind: z.literal('nothing'), source: Source }),
  z.object({ kind: z.literal('not-recorded') }),
]);

export const OutOfArea = z.object({
  today: DateText,
  areaName: z.string(),
  filings: z.array(Filing),
  /** Null where nothing is recorded of treatment elsewhere for the area and day. */
  rules: z
    .object({
      warnDaysBefore: z.int(),
      warnSource: Source,
      filed: ElsewhereShare,
      unfiled: ElsewhereShare,
      lapsed: ElsewhereShare,
      /** Whose list of drugs and services counts; null: not recorded. */
      catalogue: z.object({ of: z.enum(['place-of-treatment', 'insured-area']), source: Source }).nullable(),
    })
    .nullable(),
});
export type OutOfArea = z.infer<typeof OutOfArea>;

export const FilingBody = z.object({
  /** A city of the list of areas; `…0000` means the whole province. */
  placeArea: AreaCode,
  kind: FilingKind,
  from: DateText,
  /** Only a long stay may be without end. */
  lastDay: DateText.nullable(),
});
export type FilingBody = z.infer<typeof FilingBody>;

const Span = z.object({ from: DateText, to: DateText.exactOptional() });

/** What a calculation in the browser starts from: the signed-in person's own, as the till would read it now. */
export const CalculatorFacts = z.object({
  area: AreaCode,
  areaName: z.string(),
  date: DateText,
  scheme: Scheme,
  retired: z.boolean(),
  diseases: z.array(z.object({ code: z.string(), name: z.string() })),
  registrations: z.array(Span.extend({ disease: z.string() })),
  /** Where one can be treated: at home first, then the places of filings; with the filing that decides there. */
  places: z.array(
    z.object({
      area: AreaCode,
      name: z.string(),
      filing: Span.extend({ place: z.string() }).nullable(),
    }),
  ),
  yearToDate: z.object({ deductibleFen: Fen, fundPaidFen: Fen }),
  own: z.object({ priorYearFen: Fen, currentYearFen: Fen }),
  /** What relatives' accounts would give at most for a bill of the amount asked about, all together; never more than it. */
  sharedFen: Fen,
  /** The same at a pharmacy. */
  sharedAtPharmacyFen: Fen,
});
export type CalculatorFacts = z.infer<typeof CalculatorFacts>;

/** The policy of one area as text, for `libraryFrom` of the policy package. */
export const PolicyText = z.object({ text: z.string() });
