// The history of a draft: each action as a sentence, with who did it and why.
import type { PolicyDraft } from '@gongji/contract';
import type { FieldCipher } from '@gongji/database';
import { wordsPlace } from '../kernel/action.ts';
import { instantText } from '../kernel/instant.ts';
import type { Queryable } from '../kernel/transact.ts';
import { actionText } from '../record/words.ts';

export type DraftActionKind = 'created' | 'saved' | 'submit' | 'withdraw' | 'publish' | 'approve' | 'return';
/** `contentHash` names what was written, `effectiveFrom` the first day in force. */
export type DraftPayload = { contentHash: string; effectiveFrom?: string; version?: string };

interface Row {
  kind: DraftActionKind;
  actorId: string;
  at: Date;
  payload: DraftPayload;
  sealed: Buffer | null;
}

const textOf = ({ kind, payload: { effectiveFrom, version } }: Row): string =>
  [
    actionText('policy', kind),
    ...(version === undefined ? [] : [`版本 ${version}`]),
    ...(effectiveFrom === undefined ? [] : [`自 ${effectiveFrom} 起`]),
  ].join('，');

/** The newest first. */
export async function draftHistory(
  client: Queryable,
  cipher: FieldCipher,
  draftId: string,
): Promise<PolicyDraft['history']> {
  const { rows } = await client.query<Row>(
    `select kind, actor_id as "actorId", at, payload, sealed_enc as sealed from gongji.action
     where subject_kind = 'policy' and subject_id = $1 order by seq desc`,
    [draftId],
  );
  const place = wordsPlace({ subjectKind: 'policy', subjectId: draftId });
  return rows.map((row) => ({
    at: instantText(row.at),
    text: textOf(row),
    by: row.actorId,
    reason: row.sealed && cipher.decryptText(row.sealed, place),
  }));
}
