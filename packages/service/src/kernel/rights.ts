// The rights of staff, enforced where the work is done: a call that needs one is wrapped, and refuses everybody else.
import { mayDo } from '@gongji/contract';
import type { Right } from '@gongji/contract';
import type { Actor, Context } from './context.ts';
import { refuse } from './result.ts';
import type { Result } from './result.ts';

export type StaffActor = Extract<Actor, { kind: 'staff' }>;
export interface StaffContext extends Context {
  actor: StaffActor;
}

export const hasRight = (actor: Actor, right: Right): actor is StaffActor =>
  actor.kind === 'staff' && mayDo(actor.role, right);

/**
 * The call for staff who have the right; `not-allowed` for everybody else. The right is kept on the call, so that the
 * twin test finds every guarded call by itself.
 */
export function withRight<Rest extends unknown[], Value>(
  right: Right,
  call: (context: StaffContext, ...rest: Rest) => Promise<Result<Value>>,
): ((context: Context, ...rest: Rest) => Promise<Result<Value>>) & { right: Right } {
  const guarded = async (context: Context, ...rest: Rest): Promise<Result<Value>> => {
    const { actor } = context;
    return hasRight(actor, right) ? call({ ...context, actor }, ...rest) : refuse('not-allowed');
  };
  return Object.assign(guarded, { right });
}
