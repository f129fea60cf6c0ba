// The promise as it was signed: kept with its text and signature, read again for the paper.
import type { Drawing, PersonMark, Relation } from '@gongji/contract';
import type { FieldCipher } from '@gongji/database';
import type { Pool, PoolClient } from 'pg';
import { areaName } from '../area/insured-areas.ts';
import { transactAsStaff } from '../kernel/area-role.ts';
import type { Context } from '../kernel/context.ts';
import { instantText } from '../kernel/instant.ts';
import { place } from '../kernel/place.ts';
import { done, refuse } from '../kernel/result.ts';
import type { Result } from '../kernel/result.ts';
import { hasRight } from '../kernel/rights.ts';
import type { Queryable } from '../kernel/transact.ts';
import { markOf } from '../person/mark.ts';
import { findPerson } from '../person/store.ts';
import { findApplication } from './row.ts';
import type { ApplicationRecord } from './row.ts';

export interface SignedPromise {
  number: string;
  title: string;
  paragraphs: string[];
  /** The agency's area. */
  areaName: string;
  giver: PersonMark;
  member: Pick<PersonMark, 'name' | 'maskedIdNumber' | 'areaName'>;
  relation: Relation;
  signedName: string;
  drawing: Drawing | null;
  /** ISO instant in Asia/Shanghai. */
  signedAt: string;
}

const drawingPlace = (applicationId: string) => place('signed_promise.drawing_enc', applicationId);

/** `CN` + area + day + the end of the application's id, which is unique. */
const numberOf = ({ area, applicationId }: ApplicationRecord, today: string): string =>
  `CN${area}${today.replaceAll('-', '')}${applicationId.replace(/^app_/, '').toUpperCase()}`;

/** Keeps what was signed and answers its number. */
export async function insertPromise(
  client: PoolClient,
  cipher: FieldCipher,
  { at, today }: Context,
  application: ApplicationRecord,
  document: { title: string; version: string; paragraphs: readonly string[] },
  drawing: Drawing | null,
): Promise<string> {
  const { applicationId, area } = application;
  const number = numberOf(application, today);
  await client.query(
    `insert into gongji.signed_promise (application_id, area, number, title, version, paragraphs, drawing_enc, signed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      applicationId,
      area,
      number,
      document.title,
      document.version,
      JSON.stringify(document.paragraphs),
      drawing && cipher.encrypt(JSON.stringify(drawing), drawingPlace(applicationId)),
      at,
    ],
  );
  return number;
}

async function read(
  client: Queryable,
  cipher: FieldCipher,
  applicationId: string,
  isAllowed: (application: ApplicationRecord) => boolean,
): Promise<Result<SignedPromise>> {
  const application = await findApplication(client, cipher, applicationId);
  if (!application || !isAllowed(application)) return refuse('not-found');
  const giver = await findPerson(client, cipher, application.giverNo);
  const { rows } = await client.query<{
    number: string;
    title: string;
    paragraphs: string[];
    drawing: Buffer | null;
    signedAt: Date;
  }>(
    `select number, title, paragraphs, drawing_enc as drawing, signed_at as "signedAt"
     from gongji.signed_promise where application_id = $1`,
    [applicationId],
  );
  const [row] = rows;
  // Applications from before signatures were kept have none.
  if (!row || !giver) return refuse('not-found');
  const { number, title, paragraphs, drawing, signedAt } = row;
  const lines = drawing && cipher.decryptText(drawing, drawingPlace(applicationId));
  return done({
    ...{ number, title, paragraphs },
    areaName: areaName(application.area),
    giver: markOf(giver),
    member: markOf({
      personNo: application.memberNo,
      name: application.memberName,
      idNumber: application.memberIdNumber,
      area: application.memberArea,
    }),
    relation: application.relation,
    signedName: application.signedName,
    drawing: lines === null ? null : (JSON.parse(lines) as Drawing),
    signedAt: instantText(signedAt),
  });
}

/** To the giver who signed, and to reviewers and window clerks of the area; `not-found` for everybody else. */
export async function readPromise(
  pool: Pool,
  cipher: FieldCipher,
  { actor }: Context,
  applicationId: string,
): Promise<Result<SignedPromise>> {
  if (actor.kind === 'person') {
    return read(pool, cipher, applicationId, ({ giverNo }) => giverNo === actor.personNo);
  }
  if (!hasRight(actor, 'review.work') && !hasRight(actor, 'window.work')) return refuse('not-found');
  return transactAsStaff(pool, actor.area, (client) =>
    read(client, cipher, applicationId, ({ area }) => area === actor.area),
  );
}
