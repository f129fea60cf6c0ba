// Applications in the database: rows are opened here and nowhere else.
import type { ApplicationState, Relation } from '@gongji/contract';
import type { FieldCipher } from '@gongji/database';
import type { InsuredPerson } from '../kernel/ports.ts';
import { place } from '../kernel/place.ts';
import type { Queryable } from '../kernel/transact.ts';
import type { StoredCheck } from './check.ts';
import { nextApplicationState } from './states.ts';
import type { ApplicationEvent } from './states.ts';

export interface ApplicationRecord {
  applicationId: string;
  /** The giver's area, whose agency decides. */
  area: string;
  giverNo: string;
  memberNo: string;
  memberArea: string;
  relation: Relation;
  memberName: string;
  memberIdNumber: string;
  memberPhone: string;
  /** What the register of insurance answered at submission. */
  registered: InsuredPerson;
  noticeVersion: string;
  promiseVersion: string;
  signedName: string;
  checks: StoredCheck[];
  state: ApplicationState;
  version: number;
  reasonCode: string | null;
  relationId: string | null;
  submittedAt: Date;
}

const sealed = {
  memberName: 'application.member_name_enc',
  memberIdNumber: 'application.member_id_number_enc',
  memberPhone: 'application.member_phone_enc',
  registered: 'application.registered_enc',
  signedName: 'application.signed_name_enc',
} as const;
type SealedName = keyof typeof sealed;
type Row = Omit<ApplicationRecord, SealedName> & Record<SealedName, Buffer>;

const columns = `application_id as "applicationId", area, giver_no as "giverNo", member_no as "memberNo",
  member_area as "memberArea", relation, member_name_enc as "memberName", member_id_number_enc as "memberIdNumber",
  member_phone_enc as "memberPhone", registered_enc as "registered", notice_version as "noticeVersion",
  promise_version as "promiseVersion", signed_name_enc as "signedName", checks, state, version,
  reason_code as "reasonCode", relation_id as "relationId", submitted_at as "submittedAt"`;

function opened(cipher: FieldCipher, row: Row): ApplicationRecord {
  const text = (name: SealedName) => cipher.decryptText(row[name], place(sealed[name], row.applicationId));
  return {
    ...row,
    memberName: text('memberName'),
    memberIdNumber: text('memberIdNumber'),
    memberPhone: text('memberPhone'),
    signedName: text('signedName'),
    registered: JSON.parse(text('registered')) as InsuredPerson,
  };
}

/** One application, locked until the transaction ends when `lock` is set. */
export async function findApplication(
  client: Queryable,
  cipher: FieldCipher,
  applicationId: string,
  lock?: 'lock',
): Promise<ApplicationRecord | undefined> {
  const { rows } = await client.query<Row>(
    `select ${columns} from gongji.application where application_id = $1 ${lock ? 'for update' : ''}`,
    [applicationId],
  );
  return rows[0] && opened(cipher, rows[0]);
}

/** A giver's applications, the newest first. */
export async function applicationsOfGiver(
  client: Queryable,
  cipher: FieldCipher,
  giverNo: string,
): Promise<ApplicationRecord[]> {
  const { rows } = await client.query<Row>(
    `select ${columns} from gongji.application where giver_no = $1 order by submitted_at desc, application_id`,
    [giverNo],
  );
  return rows.map((row) => opened(cipher, row));
}

/** Applications that wait for this member's agreement, the newest first. */
export async function applicationsForMember(
  client: Queryable,
  cipher: FieldCipher,
  memberNo: string,
): Promise<ApplicationRecord[]> {
  const { rows } = await client.query<Row>(
    `select ${columns} from gongji.application where member_no = $1 and state = 'awaiting-member'
     order by submitted_at desc, application_id`,
    [memberNo],
  );
  return rows.map((row) => opened(cipher, row));
}

/** These applications, in the order of the ids; absent ones are left out. */
export async function findApplications(
  client: Queryable,
  cipher: FieldCipher,
  applicationIds: readonly string[],
): Promise<ApplicationRecord[]> {
  const { rows } = await client.query<Row>(
    `select ${columns} from gongji.application where application_id = any($1::text[])
     order by array_position($1::text[], application_id)`,
    [applicationIds],
  );
  return rows.map((row) => opened(cipher, row));
}

/** Inserts a new application in the state `submitted`, version 1. */
export async function insertApplication(
  client: Queryable,
  cipher: FieldCipher,
  record: ApplicationRecord,
): Promise<void> {
  const { applicationId } = record;
  const seal = (name: SealedName, text: string) => cipher.encrypt(text, place(sealed[name], applicationId));
  await client.query(
    `insert into gongji.application (application_id, area, giver_no, member_no, member_area, relation, member_name_enc,
       member_id_number_enc, member_id_number_hash, member_phone_enc, registered_enc, notice_version, promise_version,
       signed_name_enc, checks, state, version, submitted_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)`,
    [
      applicationId,
      record.area,
      record.giverNo,
      record.memberNo,
      record.memberArea,
      record.relation,
      seal('memberName', record.memberName),
      seal('memberIdNumber', record.memberIdNumber),
      cipher.lookupHash(record.memberIdNumber),
      seal('memberPhone', record.memberPhone),
      seal('registered', JSON.stringify(record.registered)),
      record.noticeVersion,
      record.promiseVersion,
      seal('signedName', record.signedName),
      JSON.stringify(record.checks),
      record.state,
      record.version,
      record.submittedAt,
    ],
  );
}

/** Moves a locked application along an edge of the table; the version rises by one. Answers the record as it is now. */
export async function moveApplication(
  client: Queryable,
  record: ApplicationRecord,
  event: ApplicationEvent,
  change: { reasonCode?: string; relationId?: string } = {},
): Promise<ApplicationRecord> {
  const state = nextApplicationState(record.state, event);
  if (!state) throw new Error(`Application ${record.applicationId}: no ${event} from ${record.state}`);
  const next: ApplicationRecord = { ...record, ...change, state, version: record.version + 1 };
  const { rowCount } = await client.query(
    `update gongji.application set state = $2, version = $3, reason_code = $4, relation_id = $5
     where application_id = $1 and version = $6`,
    [record.applicationId, next.state, next.version, next.reasonCode, next.relationId, record.version],
  );
  if (rowCount !== 1) throw new Error(`Application ${record.applicationId} changed under its lock`);
  return next;
}
