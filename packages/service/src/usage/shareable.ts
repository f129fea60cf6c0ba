// Which of a giver's money relatives may use on a day, and from which years' money an amount is taken.
import { shareableFen } from '@gongji/policy';
import type { PolicyLibrary } from '@gongji/policy';

/** One year's money, in fen. */
export interface PartFen {
  partYear: number;
  fen: number;
}

interface Available {
  partYear: number;
  availableFen: number;
}

export const sumFen = (parts: readonly { fen: number }[]): number =>
  parts.reduce((total, part) => total + part.fen, 0);

/** All money on the account, the oldest year first; holds are taken off already. */
export function wholeParts(parts: readonly Available[]): PartFen[] {
  return parts
    .map(({ partYear, availableFen }) => ({ partYear, fen: availableFen }))
    .filter((part) => part.fen > 0)
    .sort((left, right) => left.partYear - right.partYear);
}

/** What the policy of the giver's area lets relatives use, the oldest year first; nothing where no rule is recorded. */
export function shareableParts(
  library: PolicyLibrary,
  area: string,
  date: string,
  parts: readonly Available[],
): PartFen[] {
  return wholeParts(parts)
    .map((part) => ({ partYear: part.partYear, fen: shareableFen(library, area, date, [part]) }))
    .filter((part) => part.fen > 0);
}

/** Takes up to `neededFen`, the oldest year's money first (convention `partOrder`: prior years before the current one). */
export function takeFrom(parts: readonly PartFen[], neededFen: number): PartFen[] {
  const taken: PartFen[] = [];
  let leftFen = neededFen;
  for (const { partYear, fen } of parts) {
    const takenFen = Math.min(fen, leftFen);
    if (takenFen > 0) taken.push({ partYear, fen: takenFen });
    leftFen -= takenFen;
  }
  return taken;
}
