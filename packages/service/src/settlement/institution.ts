// Whose till it is: the institution that a cashier works for, or the institution itself.
import type { InstitutionMark } from '@gongji/contract';
import type { Actor } from '../kernel/context.ts';
import { done, refuse } from '../kernel/result.ts';
import type { Result } from '../kernel/result.ts';
import type { Queryable } from '../kernel/transact.ts';

/** Refused: `not-allowed` for everybody who isn't at a till, and for an institution that is closed or unknown. */
export async function tillOf(client: Queryable, actor: Actor): Promise<Result<InstitutionMark>> {
  return (await tillsOf(client, [actor]))[0]!;
}

/** The same for many, with one statement, in order. */
export async function tillsOf(
  client: Queryable,
  actors: readonly Actor[],
): Promise<Result<InstitutionMark>[]> {
  const codes = actors.map(codeOf);
  const named = [...new Set(codes.filter((code) => code !== null))];
  const open = new Map<string | null, InstitutionMark>();
  if (named.length > 0) {
    const { rows } = await client.query<InstitutionMark>(
      `select code, name, kind, level, area from gongji.institution where code = any($1::text[]) and state = 'open'`,
      [named],
    );
    for (const row of rows) open.set(row.code, row);
  }
  return codes.map((code) => {
    const mark = open.get(code);
    return mark ? done(mark) : refuse('not-allowed');
  });
}

const codeOf = (actor: Actor): string | null =>
  actor.kind === 'institution' || (actor.kind === 'staff' && actor.role === 'cashier')
    ? actor.institutionCode
    : null;
