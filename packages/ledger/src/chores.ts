// What somebody has to look after: holds whose time is over, holds of relations that ended, late successes, quotas.
import type { Pool } from 'pg';
import type { CommandStamp, Ledger, LateCase, QuotaBalance } from './ledger.ts';
import { caseIdOf, holdIdOf, journalIdOf } from './identifiers.ts';
import type { HoldId } from './account.ts';

type Submit = Ledger['submit'];

/** Expires holds by the clock of the database, which all processes share. Answers those that it expired. */
export async function expireDue(pool: Pool, submit: Submit, limit: number): Promise<HoldId[]> {
  const { rows } = await pool.query<{ id: number; area: string; at: Date; day: string }>({
    name: 'ledger-due',
    text: `select id, area, clock_timestamp() as at, (clock_timestamp() at time zone 'Asia/Shanghai')::date::text as day
      from ledger.hold_open where expires_at <= clock_timestamp() and not is_unknown order by expires_at limit $1`,
    values: [limit],
  });
  const outcomes = await Promise.all(
    rows.map(({ id, area, at, day }) =>
      submit({
        ...{ type: 'expire', area, key: `expire:${holdIdOf(id)}`, kind: 'expiry', reference: holdIdOf(id) },
        ...{ businessDate: day, at, holdId: holdIdOf(id) },
      }),
    ),
  );
  return rows.map(({ id }) => holdIdOf(id)).filter((_, index) => outcomes[index]?.ok);
}

/** Applies the rule that each open hold of an ended relation carries. A hold in doubt stays: it is settled by asking. */
export async function endRelation(
  pool: Pool,
  submit: Submit,
  relation: string,
  stamp: CommandStamp,
): Promise<{ released: HoldId[]; kept: HoldId[] }> {
  const { rows } = await pool.query<{ id: number; area: string; is_unknown: boolean; rule: string | null }>({
    name: 'ledger-relation-holds',
    text: `select open.id, open.area, open.is_unknown, hold.extra ->> 'whenRelationEnds' as rule
      from ledger.hold_open open join ledger.record hold on hold.id = open.id where open.relation = $1 order by open.id`,
    values: [relation],
  });
  const released: HoldId[] = [];
  const kept: HoldId[] = [];
  for (const { id, area, is_unknown, rule } of rows) {
    const holdId = holdIdOf(id);
    const outcome =
      rule === 'release' && !is_unknown
        ? await submit({
            ...{ type: 'void', area, key: `relation-ended:${holdId}`, kind: 'relation-ended' },
            ...{ reference: relation, holdId, ...stamp },
          })
        : undefined;
    (outcome?.ok ? released : kept).push(holdId);
  }
  return { released, kept };
}

export async function readRelationsWithHolds(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ relation: string }>(
    'select distinct relation from ledger.hold_open where relation is not null order by relation',
  );
  return rows.map(({ relation }) => relation);
}

export async function readLateCases(pool: Pool, area: string): Promise<LateCase[]> {
  const { rows } = await pool.query<{ id: number; hold_id: number; resolved_by: number | null; fen: number }>(
    `select late.id, late.hold_id, late.resolved_by, (select sum(amount_fen)::bigint from ledger.entry join ledger.account
        on account.id = account_id where entry.journal_id = late.id and account.kind = 'suspense'
        and record_id between late.id and late.id + 200) as fen
      from ledger.late_case late where late.area = $1 order by late.id`,
    [area],
  );
  return rows.map(({ id, hold_id, resolved_by, fen }) => ({
    caseId: caseIdOf(id),
    journalId: journalIdOf(id),
    holdId: holdIdOf(hold_id),
    suspenseFen: fen,
    resolvedBy: resolved_by === null ? undefined : journalIdOf(resolved_by),
  }));
}

export async function readQuotas(pool: Pool, owner: string): Promise<QuotaBalance[]> {
  const { rows } = await pool.query<{ area: string; owner: string; part_year: number; net_fen: number }>({
    name: 'ledger-quotas',
    text: `select a.area, a.owner, a.part_year, b.net_fen from ledger.account a join ledger.balance b on b.account_id = a.id
      where a.kind = 'quota' and a.owner >= $1 || '/' and a.owner < $1 || '0' order by a.owner, a.part_year`,
    values: [owner],
  });
  return rows.map((row) => ({
    area: row.area,
    relation: row.owner.slice(owner.length + 1),
    partYear: row.part_year,
    availableFen: row.net_fen,
  }));
}
