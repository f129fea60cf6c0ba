// The accounts that can pay in a tried person's year, emptied as the year goes on.
import type { Slice } from '../../library.ts';
import type { QuoteAccount, QuoteResult } from '../../types.ts';
import type { Savings, TriedPerson } from './population.ts';

const PARTS = { 'prior-year': 'priorYearFen', 'current-year': 'currentYearFen' } as const;

function take(savings: Savings, fen: number, order: readonly (keyof typeof PARTS)[]): void {
  let left = fen;
  for (const part of order) {
    const taken = Math.min(left, savings[PARTS[part]]);
    savings[PARTS[part]] -= taken;
    left -= taken;
  }
}

/** What a relative shares on that day, by the rule on the shareable part; nothing where that is not recorded. */
function shareable(savings: Savings, slice: Slice | undefined): number {
  if (slice?.shareable === undefined) return 0;
  return savings.priorYearFen + (slice.shareable.part === 'all' ? savings.currentYearFen : 0);
}

export class Purse {
  readonly #area: string;
  readonly #slice: Slice | undefined;
  readonly #account: Savings;
  readonly #giver: Savings | undefined;

  /** `slice`: the policy of the day that is tried; undefined without one. */
  constructor(area: string, slice: Slice | undefined, { account, giver }: TriedPerson) {
    this.#area = area;
    this.#slice = slice;
    this.#account = { ...account };
    this.#giver = giver && { ...giver };
  }

  /** In the order in which a bill is paid. */
  accounts(): QuoteAccount[] {
    const own: QuoteAccount = { owner: 'self', ...this.#account };
    return this.#giver === undefined ? [own] : [own, { owner: 'giver', ...this.#giver, area: this.#area }];
  }

  /** Takes what a quote over `accounts()` took. @returns what the relative paid (fen). */
  pay({ ownAccountFen, sharedFen }: QuoteResult): number {
    const order = this.#slice?.conventions?.partOrder ?? [];
    take(this.#account, ownAccountFen, order);
    const relativesFen = sharedFen.reduce((sum, { fen }) => sum + fen, 0);
    if (this.#giver !== undefined) take(this.#giver, relativesFen, order);
    return relativesFen;
  }

  /** Pays a premium as far as the relative's shareable part goes. @returns what the relative paid (fen). */
  payPremium(premiumFen: number): number {
    if (this.#giver === undefined) return 0;
    const paid = Math.min(premiumFen, shareable(this.#giver, this.#slice));
    take(this.#giver, paid, this.#slice?.conventions?.partOrder ?? []);
    return paid;
  }
}
