// What a file declares of itself: the days it covers without a gap, and the grade below which no money is taken.
import * as z from 'zod';
import { dated, word } from './basics.ts';

/** Sections of which a file can promise that they have an entry on every day of a span. */
export const COVERED_SECTIONS = [
  'relations',
  'crossProvince',
  'binding',
  'shareable',
  'outpatient',
  'premium',
  'waiting',
  'conventions',
] as const;

/** Rules that take money from somebody, or decide how much. */
const MONEY_SECTIONS = ['shareable', 'outpatient', 'premium', 'waiting'] as const;

const span = z.strictObject(dated);

export const declarations = {
  /** Half-open like every entry; for premiums, the coverage years that begin within. */
  coverage: z
    .strictObject(
      Object.fromEntries(COVERED_SECTIONS.map((section) => [section, span.exactOptional()])) as Record<
        (typeof COVERED_SECTIONS)[number],
        z.ZodExactOptional<typeof span>
      >,
    )
    .exactOptional(),
  /**
   * Holds for every area that stands on this file, whichever layer the figure is in. `refuse`: the library does not load;
   * `not-recorded`: the figure is not used; `mark`: it is used, and every line that rests on it says so.
   * Conventions (`ours`) claim no source and are not compared.
   */
  minimumGrade: z
    .array(
      z.strictObject({
        section: word(MONEY_SECTIONS),
        grade: word(['official', 'press', 'guide']),
        below: word(['refuse', 'not-recorded', 'mark']),
      }),
    )
    .exactOptional(),
};

export type MinimumGrade = NonNullable<z.infer<typeof declarations.minimumGrade>>[number];
