// Permissions in the database, and how they are shown.
import type { Delegation, DelegationScope, TimelineStep } from '@gongji/contract';
import { delegationScopeWords } from '@gongji/contract';
import { instantText } from '../kernel/instant.ts';
import type { Queryable } from '../kernel/transact.ts';
import { markOf } from '../person/mark.ts';
import type { PersonRecord } from '../person/record.ts';
import { actionText } from '../record/words.ts';

export interface DelegationRow {
  delegationId: string;
  area: string;
  principalNo: string;
  helperNo: string;
  scopes: DelegationScope[];
  from: string;
  to: string;
  createdAt: Date;
  revokedAt: Date | null;
}

const from = `select delegation_id as "delegationId", area, principal_no as "principalNo", helper_no as "helperNo", scopes,
    valid_from::text as "from", valid_to::text as "to", created_at as "createdAt", revoked_at as "revokedAt"
  from gongji.delegation`;

export async function findDelegation(
  client: Queryable,
  delegationId: string,
  lock: '' | 'for update' = '',
): Promise<DelegationRow | undefined> {
  const { rows } = await client.query<DelegationRow>(`${from} where delegation_id = $1 ${lock}`, [
    delegationId,
  ]);
  return rows[0];
}

/** Those that a person gave or received, the newest first. */
export async function delegationsOf(client: Queryable, personNo: string): Promise<DelegationRow[]> {
  const { rows } = await client.query<DelegationRow>(
    `${from} where principal_no = $1 or helper_no = $1 order by created_at desc, delegation_id limit 100`,
    [personNo],
  );
  return rows;
}

export async function insertDelegation(
  client: Queryable,
  row: Omit<DelegationRow, 'revokedAt'>,
): Promise<void> {
  await client.query(
    `insert into gongji.delegation
       (delegation_id, area, principal_no, helper_no, scopes, valid_from, valid_to, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [row.delegationId, row.area, row.principalNo, row.helperNo, row.scopes, row.from, row.to, row.createdAt],
  );
}

export function stateOf({ from: first, to, revokedAt }: DelegationRow, today: string): Delegation['state'] {
  if (revokedAt) return 'revoked';
  if (today > to) return 'over';
  return today < first ? 'not-yet' : 'active';
}

export function delegationView(
  row: DelegationRow,
  people: ReadonlyMap<string, PersonRecord>,
  history: TimelineStep[],
  today: string,
): Delegation {
  const [principal, helper] = [people.get(row.principalNo), people.get(row.helperNo)];
  if (!principal || !helper) throw new Error('A permission names somebody unknown');
  const { delegationId, scopes, to } = row;
  return {
    ...{ delegationId, scopes, from: row.from, to, history },
    principal: markOf(principal),
    helper: markOf(helper),
    state: stateOf(row, today),
  };
}

interface ActionRow {
  delegationId: string;
  subjectKind: string;
  at: Date;
  kind: string;
  payload: { scopes?: DelegationScope[]; by?: 'principal' | 'helper' };
}

function textOf({ subjectKind, kind, payload }: ActionRow): string {
  switch (`${subjectKind}/${kind}`) {
    case 'delegation/granted':
      return `授权代办：${(payload.scopes ?? []).map((scope) => delegationScopeWords[scope]).join('；')}。`;
    case 'delegation/revoked':
      return payload.by === 'helper' ? '代办人退出了代办。' : '授权人收回了授权。';
    default:
      return `代办人办理：${actionText(subjectKind, kind)}。`;
  }
}

/** The giving and the taking back of each permission, and every action anywhere that names it; the newest first. */
export async function delegationHistories(
  client: Queryable,
  delegationIds: readonly string[],
): Promise<Map<string, TimelineStep[]>> {
  const { rows } = await client.query<ActionRow>(
    `select subject_id as "delegationId", subject_kind as "subjectKind", at, kind, payload, record_no from gongji.action
     where subject_kind = 'delegation' and subject_id = any($1::text[])
     union all
     select payload ->> 'delegationId', subject_kind, at, kind, payload, record_no from gongji.action
     where payload ->> 'delegationId' = any($1::text[])
     order by record_no desc`,
    [delegationIds],
  );
  return new Map(
    delegationIds.map((id) => [
      id,
      rows
        .filter((row) => row.delegationId === id)
        .map((row) => ({
          ...{ at: instantText(row.at), kind: row.kind, text: textOf(row) },
          actor: row.subjectKind === 'delegation' ? ('person' as const) : ('helper' as const),
        })),
    ]),
  );
}
