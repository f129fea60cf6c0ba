// What is on record, for staff who may look: the calls. Every look is recorded in the transaction that shows it.
import type { RecordHits, RecordView, RevealedPerson } from '@gongji/contract';
import type { Context } from '../kernel/context.ts';
import type { Result } from '../kernel/result.ts';

export interface RecordService {
  /** By identity number, person number, receipt or promise number, or id; nothing found is an empty list. */
  find(context: Context, query: string): Promise<Result<RecordHits>>;
  /** `not-found` for another kind, and for what the database does not show to the area. */
  get(context: Context, kind: string, id: string): Promise<Result<RecordView>>;
  /** The full numbers of a person, with a reason. */
  reveal(context: Context, personNo: string, body: { reason: string }): Promise<Result<RevealedPerson>>;
}
