// Visits: registered, told of, cancelled; an institution sees its own only.
import type { FieldCipher } from '@gongji/database';
import type { PoolClient } from 'pg';
import { newId } from '../kernel/ids.ts';
import { done, refuse } from '../kernel/result.ts';
import type { Refusal, Result } from '../kernel/result.ts';
import type { PersonRecord } from '../person/record.ts';
import type { Asked } from './desk.ts';
import { findClaimed } from './patient.ts';
import type { Claim } from './patient.ts';

/** Names a visit as messages do. */
export interface VisitName {
  visitId: string;
  personNo: string;
}
export interface Registration {
  claim: Claim;
  ownNo: string;
  begunAt: string;
}
export interface Told extends VisitName {
  medType: string;
  diseaseCode: string;
  diseaseName: string;
}
export interface Visit extends VisitName {
  area: string;
  institutionCode: string;
  ownNo: string;
  medType: string | null;
  diseaseCode: string | null;
  isCancelled: boolean;
}
interface NewVisit extends Registration {
  visitId: string;
  person: PersonRecord;
  kind: 'outpatient' | 'pharmacy';
  institutionCode: string;
  at: Date;
}

export async function insertVisits(tx: PoolClient, visits: readonly NewVisit[]): Promise<void> {
  if (visits.length === 0) return;
  await tx.query({
    name: 'visits',
    text: `insert into gongji.visit (visit_id, area, institution_code, patient_no, kind, own_no, begun_at, created_at)
     select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
       $8::timestamptz[])`,
    values: [
      visits.map((visit) => visit.visitId),
      visits.map((visit) => visit.person.area),
      visits.map((visit) => visit.institutionCode),
      visits.map((visit) => visit.person.personNo),
      visits.map((visit) => visit.kind),
      visits.map((visit) => visit.ownNo),
      visits.map((visit) => visit.begunAt),
      visits.map((visit) => visit.at.toISOString()),
    ],
  });
}

/** Locks visits until the transaction ends, in the order of their ids; by id. */
export async function lockVisits(tx: PoolClient, visitIds: readonly string[]): Promise<Map<string, Visit>> {
  const { rows } = await tx.query<Visit>(
    `select visit_id as "visitId", patient_no as "personNo", area, institution_code as "institutionCode",
       own_no as "ownNo", med_type as "medType", disease_code as "diseaseCode", cancelled_at is not null as "isCancelled"
     from gongji.visit where visit_id = any($1::text[]) order by visit_id for no key update`,
    [[...new Set(visitIds)]],
  );
  return new Map(rows.map((row) => [row.visitId, row]));
}

/** The visit of a message: this institution's, this patient's, not cancelled; otherwise `visit-unknown`. */
export function visitOf(
  visits: ReadonlyMap<string, Visit>,
  { message }: Pick<Asked<unknown>, 'message'>,
  { visitId, personNo }: VisitName,
): Result<Visit> {
  const visit = visits.get(visitId);
  const isOurs =
    visit?.institutionCode === message.institution.code && visit.personNo === personNo && !visit.isCancelled;
  return isOurs ? done(visit) : refuse('visit-unknown', { visit: visitId });
}

export function createVisitWorks({ cipher }: { cipher: FieldCipher }) {
  return {
    /** 2201. Refused: those of `findClaimed`, `patient-not-insured`. */
    register: async (
      tx: PoolClient,
      asked: readonly Asked<Registration>[],
    ): Promise<Result<VisitName & { ownNo: string }>[]> => {
      const claims = asked.map(({ body, message }) => ({ claim: body.claim, at: message.context.at }));
      const people = await findClaimed(tx, cipher, claims);
      const results = people.map((found, index): Result<NewVisit> => {
        if (!found.ok) return found;
        if (found.value.status !== 'normal') return refuse('patient-not-insured');
        const { body, message } = asked[index]!;
        return done({
          ...body,
          ...{ visitId: newId('visit'), person: found.value, kind: 'outpatient' },
          ...{ institutionCode: message.institution.code, at: message.context.at },
        });
      });
      await insertVisits(
        tx,
        results.flatMap((result) => (result.ok ? [result.value] : [])),
      );
      return results.map((result) => {
        if (!result.ok) return result;
        const { visitId, person, ownNo } = result.value;
        return done({ visitId, personNo: person.personNo, ownNo });
      });
    },

    /** 2202. Refused: `visit-unknown`, `visit-not-empty`. */
    cancel: async (
      tx: PoolClient,
      asked: readonly Asked<VisitName & { ownNo: string }>[],
    ): Promise<Result<object>[]> => {
      const visits = await lockVisits(
        tx,
        asked.map(({ body }) => body.visitId),
      );
      const { rows } = await tx.query<{ visitId: string }>(
        `select distinct visit_id as "visitId" from gongji.visit_line
         where visit_id = any($1::text[]) and withdrawn_at is null`,
        [[...visits.keys()]],
      );
      const busy = new Set(rows.map((row) => row.visitId));
      const results = asked.map((one): Result<Visit> => {
        const visit = visitOf(visits, one, one.body);
        if (!visit.ok) return visit;
        if (visit.value.ownNo !== one.body.ownNo) return refuse('visit-unknown', { visit: one.body.visitId });
        return busy.has(visit.value.visitId) ? refuse('visit-not-empty') : visit;
      });
      await tx.query(
        `update gongji.visit v set cancelled_at = n.at from unnest($1::text[], $2::timestamptz[]) as n (visit_id, at)
         where v.visit_id = n.visit_id and v.cancelled_at is null`,
        timesOf(results, asked),
      );
      return results.map((result) => (result.ok ? done({}) : result));
    },

    /** 2203 and 2203A. Refused: `visit-unknown`. */
    tell: async (tx: PoolClient, asked: readonly Asked<Told>[]): Promise<Result<object>[]> => {
      const visits = await lockVisits(
        tx,
        asked.map(({ body }) => body.visitId),
      );
      const results = asked.map((one): Result<Told> | Refusal => {
        const visit = visitOf(visits, one, one.body);
        return visit.ok ? done(one.body) : visit;
      });
      const told = new Map(
        results.flatMap((result) => (result.ok ? [[result.value.visitId, result.value] as const] : [])),
      );
      const last = [...told.values()];
      await tx.query({
        name: 'visits-told',
        text: `update gongji.visit v
         set med_type = n.med_type, disease_code = n.disease_code, disease_name = n.disease_name
         from unnest($1::text[], $2::text[], $3::text[], $4::text[]) as n (visit_id, med_type, disease_code, disease_name)
         where v.visit_id = n.visit_id`,
        values: [
          last.map((one) => one.visitId),
          last.map((one) => one.medType),
          last.map((one) => one.diseaseCode),
          last.map((one) => one.diseaseName),
        ],
      });
      return results.map((result) => (result.ok ? done({}) : result));
    },
  };
}

function timesOf(results: readonly Result<Visit>[], asked: readonly Asked<unknown>[]): [string[], string[]] {
  const taken = results.flatMap((result, index) =>
    result.ok ? [[result.value.visitId, asked[index]!.message.context.at.toISOString()] as const] : [],
  );
  return [taken.map(([visitId]) => visitId), taken.map(([, at]) => at)];
}
