// The timeline of an application: each action as a sentence for its reader.
import type { TimelineStep } from '@gongji/contract';
import type { FieldCipher } from '@gongji/database';
import { wordsPlace } from '../kernel/action.ts';
import { instantText } from '../kernel/instant.ts';
import { timelineActor } from '../kernel/timeline-actor.ts';
import type { HelpedPayload } from '../kernel/timeline-actor.ts';
import type { Queryable } from '../kernel/transact.ts';
import { findReason } from '../review/reasons.ts';
import { wordsFor } from './reader.ts';
import type { Reader } from './reader.ts';

export interface ApplicationAction {
  applicationId: string;
  kind: string;
  actorKind: 'person' | 'staff' | 'institution' | 'system';
  at: Date;
  payload: HelpedPayload & { reasonCode?: string; unsure?: string[]; photos?: number };
  words: string | null;
}

/** The actions of these applications, the oldest first, free words opened. */
export async function actionsOf(
  client: Queryable,
  cipher: FieldCipher,
  applicationIds: readonly string[],
): Promise<ApplicationAction[]> {
  const { rows } = await client.query<Omit<ApplicationAction, 'words'> & { sealed: Buffer | null }>(
    `select subject_id as "applicationId", kind, actor_kind as "actorKind", at, payload, sealed_enc as sealed
     from gongji.action where subject_kind = 'application' and subject_id = any($1::text[])
     order by subject_id, seq`,
    [applicationIds],
  );
  return rows.map(({ sealed, ...action }) => ({
    ...action,
    words:
      sealed &&
      cipher.decryptText(sealed, wordsPlace({ subjectKind: 'application', subjectId: action.applicationId })),
  }));
}

/** A reason's sentence with the reviewer's own words behind it. */
export function reasonText(action: Pick<ApplicationAction, 'payload' | 'words'>): string {
  return [findReason(action.payload.reasonCode ?? '')?.citizenText, action.words].filter(Boolean).join('');
}

function textOf(action: ApplicationAction, reader: Reader): string | undefined {
  const helped = action.payload.delegationId === undefined ? '' : '的代办人';
  const who = `${wordsFor[reader].who}${helped}`;
  switch (action.kind) {
    case 'submitted':
      return `${who}签署承诺书并提交了绑定申请。`;
    case 'checked':
      return checkedText(action.payload.unsure ?? []);
    case 'member-asked':
      return '已请家人确认。';
    case 'member-confirmed':
      return '家人已确认同意。';
    case 'member-declined':
      return '家人没有同意，申请结束。';
    case 'sent-to-review':
      return '已转给医保经办机构人工审核。';
    case 'approved':
      return action.actorKind === 'staff'
        ? `医保经办机构审核通过，共济关系已建立。${reasonText(action)}`
        : '自动核验通过，共济关系已建立。';
    case 'rejected':
      return `医保经办机构没有通过。${reasonText(action)}`;
    case 'more-requested':
      return `需要补充材料。${reasonText(action)}`;
    case 'supplemented':
      return `${who}补充了材料（照片 ${action.payload.photos ?? 0} 张）。${action.words ?? ''}`;
    case 'withdrawn':
      return `${who}撤回了申请。`;
    default:
      // What the agency does among itself, such as looking at a full identity number, is no step of the person's.
      return undefined;
  }
}

function checkedText(unsure: readonly string[]): string {
  if (unsure.length === 0) return '自动核验全部通过。';
  if (unsure.includes('kinship')) return '自动核验完成：登记信息里查不到关系，转人工审核。';
  return '自动核验完成：有信息在登记里查不到，转人工审核。';
}

export function timelineOf(actions: readonly ApplicationAction[], reader: Reader): TimelineStep[] {
  return actions.flatMap((action) => {
    const text = textOf(action, reader);
    if (text === undefined) return [];
    const actor = timelineActor(action.actorKind, action.payload);
    return [{ at: instantText(action.at), kind: action.kind, text, actor }];
  });
}
