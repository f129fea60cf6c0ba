// The statement of a person's account for a period; that it was looked at is kept as an action.
import type { PersonStatement } from '@gongji/contract';
import { readPeriodStatement } from '@gongji/ledger';
import type { ServiceDeps } from '../deps.ts';
import { appendAction } from '../kernel/action.ts';
import { transactAsStaff } from '../kernel/area-role.ts';
import { newId } from '../kernel/ids.ts';
import { done, refuse } from '../kernel/result.ts';
import type { Result } from '../kernel/result.ts';
import type { StaffContext } from '../kernel/rights.ts';
import { markOf } from '../person/mark.ts';
import { findPerson, findPersonByIdNumber } from '../person/store.ts';
import { isPeriod } from './calendar.ts';

const idNumber = /^\d{17}[\dXx]$/;

export async function readStatementOf(
  { pool, cipher }: Pick<ServiceDeps, 'pool' | 'cipher'>,
  context: StaffContext,
  { person, from, to }: { person: string; from: string; to: string },
): Promise<Result<PersonStatement>> {
  if (!isPeriod(from, to)) return refuse('period-wrong');
  const { area } = context.actor;
  const asked = person.trim();
  const looked = await transactAsStaff(pool, area, async (client) => {
    const owner = idNumber.test(asked)
      ? await findPersonByIdNumber(client, cipher, asked.toUpperCase())
      : await findPerson(client, cipher, asked);
    // People elsewhere are seen when they are somebody's member here; their account is not.
    if (owner?.area !== area) return refuse('statement-person-unknown', undefined, 'person');
    await appendAction(client, cipher, context, {
      ...{ subjectKind: 'export', subjectId: newId('export'), area, kind: 'statement-seen' },
      payload: { personNo: owner.personNo, from, to },
    });
    return done(owner);
  });
  if (!looked.ok) return looked;
  const owner = looked.value;
  const found = await readPeriodStatement(pool, { area, owner: owner.personNo, from, to });
  return done({
    ...found,
    owner: markOf(owner),
    lines: found.lines.map(({ businessDate, ...line }) => ({ ...line, day: businessDate })),
  });
}
