// Actions: what was done, by whom, when and through which channel; append-only and chained.
import {
  byteaColumn,
  dayColumn,
  instantColumn,
  int4Column,
  jsonTextColumn,
  textColumn,
} from '@gongji/database';
import type { FieldCipher } from '@gongji/database';
import type { PoolClient } from 'pg';
import { canonicalJson } from './canonical.ts';
import type { Json } from './canonical.ts';
import { openChain } from './chain.ts';
import type { Subject } from './chain.ts';
import type { Actor, Context } from './context.ts';
import { place } from './place.ts';

export interface NewAction extends Subject {
  area: string;
  kind: string;
  /** Codes, ids and amounts only: never a name, a number of identity or phone, or free words. */
  payload?: Record<string, Json>;
  /** Free words of a person, stored encrypted. */
  words?: string;
}

/** Whose hand it was: what a clerk does for a person is the clerk's, what a helper does is the helper's. */
const actorKind = (actor: Actor): Actor['kind'] =>
  actor.kind === 'person' && actor.clerk ? 'staff' : actor.kind;

/** Stable id of who acts: person number, staff number, institution code or the system's name. */
export function actorId(actor: Actor): string {
  switch (actor.kind) {
    case 'person':
      return actor.clerk?.staffNo ?? actor.helper?.personNo ?? actor.personNo;
    case 'staff':
      return actor.staffNo;
    case 'institution':
      return actor.institutionCode;
    case 'system':
      return actor.name;
  }
}

/** For whom a clerk or a helper acted, and what that person signed or permitted for it. */
function forPerson({ actor }: Context): Record<string, Json> {
  if (actor.kind !== 'person') return {};
  const { personNo, clerk, helper } = actor;
  if (clerk) return { forPerson: personNo, consentId: clerk.consentId };
  return helper ? { forPerson: personNo, delegationId: helper.delegationId } : {};
}

/** Where the free words of an action are sealed. */
export const wordsPlace = (subject: Subject) =>
  place('action.sealed_enc', `${subject.subjectKind}/${subject.subjectId}`);

/** The content that an action's hash covers; `verifyRecords` derives the same from the stored row. */
export function actionContent(row: {
  subjectKind: string;
  subjectId: string;
  area: string;
  kind: string;
  actorKind: string;
  actorId: string;
  channel: string;
  at: Date;
  businessDate: string;
  payload: unknown;
  sealed: Buffer | null;
}): Record<string, unknown> {
  return { ...row, at: row.at.toISOString(), sealed: row.sealed?.toString('base64') ?? null };
}

/** Appends one action. The caller holds the subject's lock. */
export async function appendAction(
  client: PoolClient,
  cipher: FieldCipher,
  context: Context,
  action: NewAction,
): Promise<void> {
  await appendActions(client, cipher, [{ context, action }]);
}

/** Appends many actions with one statement, in the order given. The caller holds the subjects' locks. `areNew`: see `openChain`. */
export async function appendActions(
  client: PoolClient,
  cipher: FieldCipher,
  entries: readonly { context: Context; action: NewAction }[],
  { areNew = false } = {},
): Promise<void> {
  if (entries.length === 0) return;
  const next = await openChain(
    client,
    'action',
    entries.map((entry) => entry.action),
    areNew,
  );
  const rows = entries.map(({ context, action }) => {
    const subject = { subjectKind: action.subjectKind, subjectId: action.subjectId };
    const row = {
      ...subject,
      area: action.area,
      kind: action.kind,
      actorKind: actorKind(context.actor),
      actorId: actorId(context.actor),
      channel: context.channel,
      at: context.at,
      businessDate: context.today,
      payload: { ...action.payload, ...forPerson(context) },
      sealed: action.words === undefined ? null : cipher.encrypt(action.words, wordsPlace(action)),
    };
    return { ...row, ...next(subject, actionContent(row)) };
  });
  await client.query({
    name: 'actions',
    text: `insert into gongji.action (subject_kind, subject_id, seq, area, kind, actor_kind, actor_id, channel, at,
       business_date, payload, sealed_enc, prev_hash, hash)
     select * from unnest($1::text[], $2::text[], $3::int[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
       $9::timestamptz[], $10::date[], $11::jsonb[], $12::bytea[], $13::bytea[], $14::bytea[])`,
    values: [
      textColumn(rows.map((row) => row.subjectKind)),
      textColumn(rows.map((row) => row.subjectId)),
      int4Column(rows.map((row) => row.seq)),
      textColumn(rows.map((row) => row.area)),
      textColumn(rows.map((row) => row.kind)),
      textColumn(rows.map((row) => row.actorKind)),
      textColumn(rows.map((row) => row.actorId)),
      textColumn(rows.map((row) => row.channel)),
      instantColumn(rows.map((row) => row.at)),
      dayColumn(rows.map((row) => row.businessDate)),
      jsonTextColumn(rows.map((row) => canonicalJson(row.payload))),
      byteaColumn(rows.map((row) => row.sealed)),
      byteaColumn(rows.map((row) => row.prevHash)),
      byteaColumn(rows.map((row) => row.hash)),
    ],
  });
}
