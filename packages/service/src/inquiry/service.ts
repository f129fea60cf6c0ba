// What an institution may ask about its own visits and settlements, and about a patient whose number it has.
import type { InstitutionMark } from '@gongji/contract';
import { policyItems } from '@gongji/policy';
import type { Line, PolicyItem } from '@gongji/policy';
import type { LineSplit } from '../catalogue/adjudicate.ts';
import type { ServiceDeps } from '../deps.ts';
import { openSettlement } from '../hospital/settled.ts';
import type { Figures } from '../hospital/figures.ts';
import type { MadeSettlement } from '../hospital/settled.ts';
import type { Context } from '../kernel/context.ts';
import { done, refuse } from '../kernel/result.ts';
import type { Result } from '../kernel/result.ts';
import type { PersonRecord } from '../person/record.ts';
import { findPerson } from '../person/store.ts';
import { readFacts } from '../settlement/facts.ts';
import { readAccumulator, yearOf } from '../settlement/accumulator.ts';

export interface SettlementName {
  settlementId: string;
  visitId: string;
  personNo: string;
}
export interface VisitSeen {
  visitId: string;
  ownNo: string;
  begunAt: string;
  medType: string | null;
  diseaseCode: string | null;
  diseaseName: string | null;
}
export interface LineSeen {
  split: LineSplit;
  /** The fields as the institution sent them. */
  sent: Record<string, unknown>;
  at: Date;
}

type Asked = { context: Context; institution: Pick<InstitutionMark, 'code'> };
export type InquiryService = ReturnType<typeof createInquiryService>;

export function createInquiryService({ pool, cipher }: ServiceDeps) {
  /** Another institution's, another visit's or another patient's settlement: `settlement-unknown`. */
  const settlement = ({ institution }: Asked, name: SettlementName) =>
    openSettlement(pool, cipher, institution, name);
  const personOf = async (personNo: string): Promise<Result<PersonRecord>> => {
    const person = await findPerson(pool, cipher, personNo);
    return person ? done(person) : refuse('patient-not-found');
  };

  return {
    settlement,
    /** Registrations for chronic diseases, each with its days [from, to); `from` is null where nobody recorded days. */
    async chronic(
      personNo: string,
    ): Promise<Result<{ disease: string; from: string | null; to: string | null }[]>> {
      const facts = (await readFacts(pool, [personNo])).get(personNo);
      if (!facts) return refuse('patient-not-found');
      const dated = new Set(facts.registrations.map(({ disease }) => disease));
      return done([
        ...facts.registrations.map(({ disease, from, to }) => ({ disease, from, to: to ?? null })),
        ...facts.chronic
          .filter((disease) => !dated.has(disease))
          .map((disease) => ({ disease, from: null, to: null })),
      ]);
    },

    /** This institution's visits of the patient that began in the time, the newest first, at most 200. */
    async visits(
      { institution }: Asked,
      asked: { personNo: string; from: string; to: string; medType: string; visitId: string },
    ): Promise<Result<{ person: PersonRecord; visits: VisitSeen[] }>> {
      const person = await personOf(asked.personNo);
      if (!person.ok) return person;
      const { rows } = await pool.query<VisitSeen>(
        `select visit_id as "visitId", own_no as "ownNo", begun_at as "begunAt", med_type as "medType",
           disease_code as "diseaseCode", disease_name as "diseaseName"
         from gongji.visit
         where institution_code = $1 and patient_no = $2 and begun_at between $3 and $4 and cancelled_at is null
           and (med_type = $5 or med_type is null) and ($6 = '' or visit_id = $6)
         order by created_at desc limit 200`,
        [institution.code, asked.personNo, asked.from, asked.to, asked.medType, asked.visitId],
      );
      return done({ person: person.value, visits: rows });
    },

    /** The lines that a settlement was of, in the order in which they came. */
    async lines(
      asked: Asked,
      name: SettlementName,
    ): Promise<Result<{ settled: MadeSettlement; lines: LineSeen[] }>> {
      const settled = await settlement(asked, name);
      if (!settled.ok) return settled;
      const { rows } = await pool.query<LineSeen>(
        `select split, sent, at from gongji.visit_line
         where visit_id = $1 and batch_no = $2 and withdrawn_at is null order by line_id`,
        [settled.value.visitId, settled.value.batchNo],
      );
      return done({ settled: settled.value, lines: rows });
    },

    /** The patient's accumulators of the calendar year. */
    async yearToDate(
      personNo: string,
      day: string,
    ): Promise<Result<{ person: PersonRecord; deductibleFen: number; fundPaidFen: number }>> {
      const person = await personOf(personNo);
      if (!person.ok) return person;
      const { area } = person.value;
      return done({
        person: person.value,
        ...(await readAccumulator(pool, { personNo, area, year: yearOf(day) })),
      });
    },

    /** The settlement's explanation as the interface's policy items; they sum to the bill. */
    async policyItems(
      asked: Asked,
      name: SettlementName,
    ): Promise<Result<{ items: PolicyItem[]; figures: Figures }>> {
      const settled = await settlement(asked, name);
      if (!settled.ok) return settled;
      const { rows } = await pool.query<{ line: Line }>(
        'select line from gongji.explanation_line where settlement_id = $1 order by seq',
        [name.settlementId],
      );
      return done({ items: policyItems(rows.map(({ line }) => line)), figures: settled.value.figures });
    },
  };
}
