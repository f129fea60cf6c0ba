// The history of an institution: each action of an administrator as a sentence, with who did it and why.
import type { InstitutionHistory } from '@gongji/contract';
import type { FieldCipher } from '@gongji/database';
import { wordsPlace } from '../kernel/action.ts';
import { instantText } from '../kernel/instant.ts';
import type { Queryable } from '../kernel/transact.ts';

export type InstitutionActionKind = 'created' | 'suspend' | 'resume' | 'settings' | 'end-key' | 'key-made';
export type InstitutionPayload = { accessKey?: string; overlapHours?: number; settings?: string };

interface Row {
  kind: InstitutionActionKind;
  actorId: string;
  at: Date;
  payload: InstitutionPayload;
  sealed: Buffer | null;
}

function textOf({ kind, payload }: Row): string {
  const key = payload.accessKey ?? '';
  switch (kind) {
    case 'created':
      return `登记机构，发放访问密钥 ${key}。`;
    case 'suspend':
      return '暂停接入。';
    case 'resume':
      return '恢复接入。';
    case 'settings':
      return `修改接入设置：${payload.settings ?? ''}。`;
    case 'end-key':
      return `停用访问密钥 ${key}。`;
    case 'key-made':
      return `更换访问密钥，新密钥 ${key}，旧密钥${
        payload.overlapHours ? `保留 ${payload.overlapHours} 小时` : '立即停用'
      }。`;
  }
}

/** Actions that the database role sees, the newest first. */
export async function institutionHistory(
  client: Queryable,
  cipher: FieldCipher,
  code: string,
): Promise<InstitutionHistory['history']> {
  const subject = { subjectKind: 'institution' as const, subjectId: code };
  const { rows } = await client.query<Row>(
    `select kind, actor_id as "actorId", at, payload, sealed_enc as sealed from gongji.action
     where subject_kind = 'institution' and subject_id = $1 order by seq desc`,
    [code],
  );
  return rows.map((row) => ({
    at: instantText(row.at),
    text: textOf(row),
    by: row.actorId,
    reason: row.sealed && cipher.decryptText(row.sealed, wordsPlace(subject)),
  }));
}
