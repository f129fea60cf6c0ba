// Relations between giver and member: the calls.
import type {
  Control,
  ControlBody,
  EndRelationBody,
  GiverOrderBody,
  PauseBody,
  Relation,
  RelationDetail,
  Relations,
  RelationView,
} from '@gongji/contract';
import type { PoolClient } from 'pg';
import type { z } from 'zod';
import type { Context } from '../kernel/context.ts';
import type { Result } from '../kernel/result.ts';

export interface RelationImport {
  giverNo: string;
  memberNo: string;
  relation: Relation;
  /** Day of the binding, 'YYYY-MM-DD'; the instant of the import when absent. */
  boundOn?: string;
}

/** A giver of a member, in the order in which their money is used. */
export interface ActiveGiver {
  relationId: string;
  memberNo: string;
  giverNo: string;
  giverArea: string;
  relation: Relation;
  position: number;
  control: Control;
}

export interface RelationService {
  list(context: Context): Promise<Result<Relations>>;
  /** With its history; `not-found` for anybody but giver and member. */
  get(context: Context, relationId: string): Promise<Result<RelationDetail>>;
  /** By the giver: limits, purposes and days from now on. See `changeControl`. */
  changeControl(
    context: Context,
    relationId: string,
    body: ControlBody,
    key: string,
  ): Promise<Result<RelationDetail>>;
  /** By the giver, at once: a payment that has not taken money yet takes none. */
  pause(
    context: Context,
    relationId: string,
    body: z.infer<typeof PauseBody>,
    key: string,
  ): Promise<Result<RelationDetail>>;
  /** By the member: whose money is used first. */
  orderGivers(
    context: Context,
    body: z.infer<typeof GiverOrderBody>,
    key: string,
  ): Promise<Result<Relations>>;
  /** By the giver, or by the member who leaves; a second end is `state-changed`. */
  end(
    context: Context,
    relationId: string,
    body: z.infer<typeof EndRelationBody>,
    key: string,
  ): Promise<Result<RelationView>>;
  /** Gives back what is still set aside under ended relations, where the area's rule says so; safe to run again. */
  releaseEnded(at: Date): Promise<void>;
  /** Opening data: relations that were bound before; known ones are left as they are. */
  importBound(relations: readonly RelationImport[], at: Date): Promise<void>;
  /**
   * The active relations of these members, by member and position, locked against ending until the transaction ends
   * (`for share`), so that money is used only under a relation active at that moment.
   */
  activeGivers(client: PoolClient, memberNos: readonly string[]): Promise<ActiveGiver[]>;
}
