// 授权代办: the calls.
import type { Delegation, DelegationBody, Delegations, DelegationScope } from '@gongji/contract';
import type { z } from 'zod';
import type { Context, Helper } from '../kernel/context.ts';
import type { Result } from '../kernel/result.ts';

/** Who may be acted for, and in what. */
export interface Acting {
  principalNo: string;
  principalArea: string;
  helper: Helper;
  scopes: readonly DelegationScope[];
}

export interface DelegationService {
  list(context: Context): Promise<Result<z.infer<typeof Delegations>>>;
  /**
   * Lets another adult act for oneself, for at most a year: `helper-unknown` when name and number are nobody's on the
   * register, `delegation-days-wrong`, `delegation-exists` while there is one for the same person. Both are told.
   */
  grant(context: Context, body: z.infer<typeof DelegationBody>, key: string): Promise<Result<Delegation>>;
  /** By who gave it or by the helper; at once: the helper's next request is refused. Both are told. */
  revoke(context: Context, delegationId: string, key: string): Promise<Result<Delegation>>;
  /** The permission under which this person may act today; undefined when it is revoked, over, not yet, or another's. */
  acting(helperNo: string, delegationId: string, today: string): Promise<Acting | undefined>;
  /** Tells both, once for each key, that the helper has done something; the action itself names helper and permission. */
  tellActed(context: Context, helper: Helper, key: string): Promise<void>;
}
