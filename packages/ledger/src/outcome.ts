// Words the answer to an accepted command from its journal: what is stored of it is enough to answer it again.
import type { Outcome } from './command.ts';
import type { RecordType } from './entry.ts';
import { holdIdOf, journalIdOf } from './identifiers.ts';

/** `follows`: the hold that ended or the journal that is reversed. */
export function answerOf(type: RecordType, id: number, follows: number | null): Outcome {
  const journalId = journalIdOf(id);
  switch (type) {
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
