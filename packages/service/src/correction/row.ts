// Corrections in the database: rows are opened here and nowhere else.
import type { Correction } from '@gongji/contract';
import type { FieldCipher } from '@gongji/database';
import { instantText } from '../kernel/instant.ts';
import { place } from '../kernel/place.ts';
import type { StaffContext } from '../kernel/rights.ts';
import { hasRight } from '../kernel/rights.ts';
import type { Queryable } from '../kernel/transact.ts';
import { findPeople } from '../person/store.ts';
import { staffNamesOf } from '../review/staff-names.ts';
import { correctionWords } from './subject.ts';
import type { Content, CorrectionKind, Target } from './subject.ts';

export interface CorrectionRecord extends Target {
  correctionId: string;
  area: string;
  kind: CorrectionKind;
  content: Content;
  reason: string;
  proposedBy: string;
  proposedAt: Date;
  decision: {
    outcome: 'approved' | 'refused';
    reason: string;
    by: string;
    at: Date;
    journalId: string | null;
  } | null;
}

type Row = Omit<CorrectionRecord, 'content' | 'reason' | 'decision'> & {
  contentEnc: Buffer;
  reasonEnc: Buffer;
  outcome: 'approved' | 'refused' | null;
  answerEnc: Buffer | null;
  decidedBy: string | null;
  decidedAt: Date | null;
  journalId: string | null;
};

export const contentPlace = (id: string) => place('correction.content_enc', id);
export const reasonPlace = (id: string) => place('correction.reason_enc', id);
export const answerPlace = (id: string) => place('correction_decision.reason_enc', id);

const select = `select c.correction_id as "correctionId", c.area, c.subject_kind as "subjectKind",
  c.subject_id as "subjectId", c.kind, c.content_enc as "contentEnc", c.reason_enc as "reasonEnc",
  c.proposed_by as "proposedBy", c.proposed_at as "proposedAt", d.outcome, d.reason_enc as "answerEnc",
  d.decided_by as "decidedBy", d.decided_at as "decidedAt", d.journal_id as "journalId"
  from gongji.correction c left join gongji.correction_decision d using (correction_id)`;

function opened(cipher: FieldCipher, row: Row): CorrectionRecord {
  const { contentEnc, reasonEnc, outcome, answerEnc, decidedBy, decidedAt, journalId, ...open } = row;
  const id = row.correctionId;
  return {
    ...open,
    content: JSON.parse(cipher.decryptText(contentEnc, contentPlace(id))) as Content,
    reason: cipher.decryptText(reasonEnc, reasonPlace(id)),
    decision:
      outcome && answerEnc && decidedBy !== null && decidedAt
        ? {
            ...{ outcome, by: decidedBy, at: decidedAt, journalId },
            reason: cipher.decryptText(answerEnc, answerPlace(id)),
          }
        : null,
  };
}

export async function findCorrection(
  client: Queryable,
  cipher: FieldCipher,
  correctionId: string,
): Promise<CorrectionRecord | undefined> {
  const { rows } = await client.query<Row>(`${select} where c.correction_id = $1`, [correctionId]);
  return rows[0] && opened(cipher, rows[0]);
}

/** Open ones first, then the newest. */
export async function correctionsSeen(
  client: Queryable,
  cipher: FieldCipher,
  area: string,
): Promise<CorrectionRecord[]> {
  const { rows } = await client.query<Row>(
    `${select} where c.area = $1 order by d.outcome is not null, c.proposed_at desc, c.correction_id limit 200`,
    [area],
  );
  return rows.map((row) => opened(cipher, row));
}

export async function correctionViews(
  client: Queryable,
  cipher: FieldCipher,
  { actor }: StaffContext,
  records: readonly CorrectionRecord[],
): Promise<Correction[]> {
  const nameOf = await staffNamesOf(
    client,
    cipher,
    records.flatMap(({ proposedBy, decision }) => [proposedBy, ...(decision ? [decision.by] : [])]),
  );
  const who = (staffNo: string) => {
    const name = nameOf(staffNo);
    return name === staffNo ? staffNo : `${name} ${staffNo}`;
  };
  const names = await namesOf(client, cipher, records);
  return records.map((record) => ({
    correctionId: record.correctionId,
    state: record.decision?.outcome ?? 'proposed',
    kind: record.kind,
    record: { kind: record.subjectKind, id: record.subjectId },
    names: names(record),
    text: correctionWords[record.kind],
    before: record.content.beforeText,
    after: record.content.afterText,
    reason: record.reason,
    proposedAt: instantText(record.proposedAt),
    proposedBy: who(record.proposedBy),
    decision: record.decision && {
      at: instantText(record.decision.at),
      by: who(record.decision.by),
      ...{ reason: record.decision.reason, journalId: record.decision.journalId },
    },
    canDecide:
      !record.decision && hasRight(actor, 'correction.decide') && record.proposedBy !== actor.staffNo,
  }));
}

/** Names of the person, or of giver and member, of each record. */
async function namesOf(
  client: Queryable,
  cipher: FieldCipher,
  records: readonly CorrectionRecord[],
): Promise<(record: CorrectionRecord) => string[]> {
  const { rows } = await client.query<{ relationId: string; giverNo: string; memberNo: string }>(
    `select relation_id as "relationId", giver_no as "giverNo", member_no as "memberNo" from gongji.relation
     where relation_id = any($1::text[])`,
    [records.filter(({ subjectKind }) => subjectKind === 'relation').map(({ subjectId }) => subjectId)],
  );
  const parties = new Map(rows.map(({ relationId, giverNo, memberNo }) => [relationId, [giverNo, memberNo]]));
  const numbers = ({ subjectKind, subjectId }: CorrectionRecord): string[] =>
    subjectKind === 'person' ? [subjectId] : (parties.get(subjectId) ?? []);
  const people = await findPeople(client, cipher, [...new Set(records.flatMap(numbers))]);
  return (record) => numbers(record).map((personNo) => people.get(personNo)?.name ?? personNo);
}
