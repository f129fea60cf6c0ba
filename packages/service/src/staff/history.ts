// The history of an account: each action as a sentence, with who did it and why.
import { roleWords } from '@gongji/contract';
import type { StaffAccountHistory, StaffRole } from '@gongji/contract';
import type { FieldCipher } from '@gongji/database';
import { areaName } from '../area/insured-areas.ts';
import { wordsPlace } from '../kernel/action.ts';
import { instantText } from '../kernel/instant.ts';
import type { Queryable } from '../kernel/transact.ts';

export type AccountActionKind = 'created' | 'role' | 'disable' | 'enable' | 'move';
export type AccountPayload = {
  role: StaffRole;
  institutionCode: string | null;
  before?: StaffRole;
  area?: string;
};

interface Row {
  kind: AccountActionKind;
  actorId: string;
  at: Date;
  payload: AccountPayload;
  sealed: Buffer | null;
}

function textOf({ kind, payload }: Row): string {
  const post = roleWords[payload.role] + (payload.institutionCode ? `（${payload.institutionCode}）` : '');
  switch (kind) {
    case 'created':
      return `开通账号，岗位：${post}。`;
    case 'role':
      return `岗位由${payload.before ? roleWords[payload.before] : '—'}改为${post}。`;
    case 'disable':
      return '停用账号。';
    case 'enable':
      return '启用账号。';
    case 'move':
      return `调往${areaName(payload.area ?? '')}，账号停用，等当地管理员启用。`;
  }
}

/** The account's actions that the database role sees, the newest first. */
export async function historyOf(
  client: Queryable,
  cipher: FieldCipher,
  staffNo: string,
  nameOf: (staffNo: string) => string | undefined,
): Promise<StaffAccountHistory['history']> {
  const subject = { subjectKind: 'staff' as const, subjectId: staffNo };
  const { rows } = await client.query<Row>(
    `select kind, actor_id as "actorId", at, payload, sealed_enc as sealed from gongji.action
     where subject_kind = 'staff' and subject_id = $1 order by seq desc`,
    [staffNo],
  );
  return rows.map((row) => ({
    at: instantText(row.at),
    text: textOf(row),
    by: [nameOf(row.actorId), row.actorId].filter(Boolean).join(' '),
    reason: row.sealed && cipher.decryptText(row.sealed, wordsPlace(subject)),
  }));
}
