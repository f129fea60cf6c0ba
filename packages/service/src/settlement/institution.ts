// Whose till it is: the institution that a cashier works for, or the institution itself.
import type { InstitutionMark } from '@gongji/contract';
import type { Actor } from '../kernel/context.ts';
import { done, refuse } from '../kernel/result.ts';
import type { Result } from '../kernel/result.ts';
import type { Queryable } from '../kernel/transact.ts';

/** Refused: `not-allowed` for everybody who isn't at a till, and for an institution that is closed or unknown. */
export async function tillOf(client: Queryable, actor: Actor): Promise<Result<InstitutionMark>> {
  const code =
    actor.kind === 'institution' || (actor.kind === 'staff' && actor.role === 'cashier')
      ? actor.institutionCode
      : null;
  if (code === null) return refuse('not-allowed');
  const { rows } = await client.query<InstitutionMark>(
    `select code, name, kind, level, area from gongji.institution where code = $1 and state = 'open'`,
    [code],
  );
  return rows[0] ? done(rows[0]) : refuse('not-allowed');
}
