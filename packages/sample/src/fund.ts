// Opening money of the pooled funds of the two cities, one for each scheme.
import { maanshan, tieling } from './area.ts';
import type { SampleFund } from './types.ts';

/** Ten million yuan each: round, so that nobody takes it for a real figure, and enough for every bill of a demo. */
const openingFen = 1_000_000_000;

export function sampleFunds(): SampleFund[] {
  return [maanshan, tieling].flatMap(({ code }) =>
    (['employee', 'resident'] as const).map((scheme) => ({
      area: code,
      scheme,
      year: 2024,
      fen: openingFen,
    })),
  );
}
