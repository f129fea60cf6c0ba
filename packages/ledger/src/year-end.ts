// The end of a year in an area: interest for every person, posted lot by lot, taken up again after a crash, while settlement goes on.
import type { Pool } from 'pg';
import { withTransaction } from '@gongji/database';
import { isRetryable } from './retry.ts';

/** How interest is reckoned, from the policy. Rates are per million and year. */
export interface InterestTerms {
  /** 'closing-balance': a year's rate on what stood there at the year's end; 'daily-product': every fen for every day. */
  method: 'closing-balance' | 'daily-product';
  /** For money of earlier years. */
  priorYearPerMillion: number;
  /** For money that came in during the year. */
  currentYearPerMillion: number;
  /** Days by which a daily product is divided, 360 or 365. */
  daysOfYear: number;
  /** Once for each person, to whole fen. */
  rounding: 'half-up' | 'down';
}

/** How far the end of a year has come; sums in fen. */
export interface YearEnd {
  area: string;
  year: number;
  /** Day of the books on which the interest stands. */
  businessDate: string;
  terms: InterestTerms;
  /** Parts of people looked at, and people who get interest. */
  accounts: number;
  people: number;
  interestFen: number;
  lots: number;
  lotsPosted: number;
  isEnded: boolean;
}

export interface YearEndOptions {
  area: string;
  year: number;
  terms: InterestTerms;
  /** Of the first call; a run that is taken up again keeps its own. After the year. */
  businessDate: string;
  at: Date;
  /** People of one journal: the book of the area is locked so long. */
  lotSize?: number;
  onProgress?: (state: YearEnd) => void;
  /** Stops after the lot under way; the next call goes on. */
  signal?: AbortSignal | undefined;
}

const defaultLotSize = 25_000;
const mostAttempts = 20;

const columns = `area, year, day as "businessDate", terms, accounts, people, interest_fen as "interestFen", lots,
  lots_posted as "lotsPosted", ended_at is not null as "isEnded"`;

/**
 * Seals the year and credits each person's interest to the part of that year, which is prior-year money from then on. The
 * roll-over itself is no posting (ADR 3). Called again it goes on, or answers what was done; terms of a begun year stay.
 */
export async function runYearEnd(pool: Pool, options: YearEndOptions): Promise<YearEnd> {
  const { area, year, terms, businessDate, at, onProgress, signal } = options;
  const begin = {
    text: `select ${columns} from ledger.begin_year_end($1, $2::smallint, $3, $4, $5)`,
    values: [area, year, businessDate, terms, options.lotSize ?? defaultLotSize],
  };
  const post = {
    name: 'ledger-year-end-lot',
    text: `select ${columns} from ledger.post_year_end_lot($1, $2::smallint, $3)`,
    values: [area, year, at],
  };
  let state = await step(pool, begin);
  while (!state.isEnded && signal?.aborted !== true) {
    onProgress?.(state);
    state = await step(pool, post);
  }
  onProgress?.(state);
  return state;
}

/** One transaction; run again when another batch came between. */
async function step(pool: Pool, query: { text: string; values: unknown[]; name?: string }): Promise<YearEnd> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const { rows } = await withTransaction(pool, (tx) => tx.query<YearEnd>(query));
      return rows[0]!;
    } catch (error) {
      if (!isRetryable(error) || attempt === mostAttempts) throw error;
    }
  }
}

/** The end of a year as it stands; undefined if it was not begun. */
export async function readYearEnd(pool: Pool, area: string, year: number): Promise<YearEnd | undefined> {
  const { rows } = await pool.query<YearEnd>(
    `select ${columns} from ledger.year_end where area = $1 and year = $2`,
    [area, year],
  );
  return rows[0];
}
