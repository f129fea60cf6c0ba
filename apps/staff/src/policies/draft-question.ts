// What the page asks of the worker that checks and compares drafts, and what it answers.
import type { FigureChange, PolicyCheck } from '@gongji/policy/tools';

/** Text by path. */
export type Files = Record<string, string>;

export type Comparison =
  { ok: true; figures: FigureChange[]; svg: string; sentences: string[] } | { ok: false; message: string };

/** `turn` rises with every question: an answer to an older one is not shown. */
export type DraftQuestion =
  | { ask: 'check'; turn: number; files: Files }
  | {
      ask: 'compare';
      turn: number;
      before: Files;
      after: Files;
      area: string;
      /** The policy of which day, of either side. */
      dates: { before: string; after: string };
      population: number;
    };

export type DraftAnswer =
  | { ask: 'check'; turn: number; check: PolicyCheck }
  | { ask: 'compare'; turn: number; comparison: Comparison };
