// Actions as staff read them: who did what through which channel, what it changed, and the words that were written down.
import type { RecordStep } from '@gongji/contract';
import type { FieldCipher } from '@gongji/database';
import { wordsPlace } from '../kernel/action.ts';
import type { Subject } from '../kernel/chain.ts';
import { instantText } from '../kernel/instant.ts';
import type { Queryable } from '../kernel/transact.ts';
import { openMark, readSealedMarks } from '../person/store.ts';
import { staffNamesOf } from '../review/staff-names.ts';
import { actionText, changesOf, channelText, systemText } from './words.ts';

export interface StoredAction extends Subject {
  recordNo: number;
  kind: string;
  actorKind: 'person' | 'staff' | 'institution' | 'system';
  actorId: string;
  channel: string;
  at: Date;
  payload: Readonly<Record<string, unknown>>;
  sealed: Buffer | null;
}

export const storyColumns = `subject_kind as "subjectKind", subject_id as "subjectId", record_no as "recordNo", kind,
  actor_kind as "actorKind", actor_id as "actorId", channel, at, payload, sealed_enc as sealed`;

export const actionsOfSubject = async (
  client: Queryable,
  { subjectKind, subjectId }: Subject,
): Promise<StoredAction[]> => {
  const { rows } = await client.query<StoredAction>(
    `select ${storyColumns} from gongji.action where subject_kind = $1 and subject_id = $2 order by seq desc`,
    [subjectKind, subjectId],
  );
  return rows;
};

export const wordsOfAction = (cipher: FieldCipher, action: StoredAction): string | null =>
  action.sealed && cipher.decryptText(action.sealed, wordsPlace(action));

/** The person for whom a clerk or a helper acted. */
function forWhom({ payload: { forPerson } }: Pick<StoredAction, 'payload'>): string | undefined {
  return typeof forPerson === 'string' ? forPerson : undefined;
}

/** Says who acted, by name as far as the database role sees them. */
export async function actorNames(
  client: Queryable,
  cipher: FieldCipher,
  actions: readonly StoredAction[],
): Promise<(action: StoredAction) => string> {
  const ids = (kind: StoredAction['actorKind']) =>
    actions.flatMap((action) => (action.actorKind === kind ? [action.actorId] : []));
  const forPerson = actions.flatMap((action) => forWhom(action) ?? []);
  const staffName = await staffNamesOf(client, cipher, ids('staff'));
  const marks = await readSealedMarks(client, [...ids('person'), ...forPerson]);
  const { rows: institutions } = await client.query<{ code: string; name: string }>(
    'select code, name from gongji.institution where code = any($1::text[])',
    [ids('institution')],
  );
  const institutionName = new Map(institutions.map(({ code, name }) => [code, name]));
  const personName = (personNo: string) => {
    const mark = marks.get(personNo);
    return mark ? `${openMark(cipher, mark).name} ${personNo}` : personNo;
  };
  return ({ actorKind, actorId, payload }) => {
    const whom = forWhom({ payload });
    const forSomebody = whom === undefined ? '' : `，代 ${personName(whom)}`;
    switch (actorKind) {
      case 'person':
        return `参保人 ${personName(actorId)}${forSomebody}`;
      case 'institution':
        return `${institutionName.get(actorId) ?? ''} ${actorId}`.trim();
      case 'system':
        return systemText(actorId);
      case 'staff': {
        const name = staffName(actorId);
        const who = name === actorId ? actorId : `${name} ${actorId}`;
        return `${who}${forSomebody}`;
      }
    }
  };
}

/** In the order given. */
export async function stepsOfActions(
  client: Queryable,
  cipher: FieldCipher,
  actions: readonly StoredAction[],
): Promise<RecordStep[]> {
  const nameOf = await actorNames(client, cipher, actions);
  return actions.map((action) => ({
    at: instantText(action.at),
    text: actionText(action.subjectKind, action.kind),
    by: nameOf(action),
    channel: channelText(action.channel),
    changes: changesOf(action.payload),
    words: wordsOfAction(cipher, action),
  }));
}
