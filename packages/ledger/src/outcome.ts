// Words the answer to an accepted command from its journal: what is stored of it is enough to answer it again.
import type { Outcome } from './command.ts';
import type { RecordType } from './entry.ts';
import { caseIdOf, holdIdOf, journalIdOf } from './identifiers.ts';

/** What of `extra` is part of an answer. */
export interface AnswerExtra {
  /** The hold of a doubt. */
  hold?: number;
  /** The expired hold of a late success. */
  lateFor?: number;
}

/** `follows`: the hold that ended or the journal that is reversed. */
export function answerOf(
  type: RecordType,
  id: number,
  follows: number | null,
  { hold, lateFor }: AnswerExtra,
): Outcome {
  const journalId = journalIdOf(id);
  if (lateFor !== undefined) return { ok: true, journalId, holdId: holdIdOf(lateFor), caseId: caseIdOf(id) };
  switch (type) {
    case 'doubt':
      return { ok: true, holdId: holdIdOf(hold ?? 0) };
    case 'hold':
      return { ok: true, holdId: holdIdOf(id) };
    case 'capture':
      return { ok: true, journalId, holdId: holdIdOf(follows ?? 0) };
    case 'void':
    case 'expire':
      return { ok: true, holdId: holdIdOf(follows ?? 0) };
    case 'reverse':
      return { ok: true, journalId, reverses: journalIdOf(follows ?? 0) };
    default:
      return { ok: true, journalId };
  }
}
