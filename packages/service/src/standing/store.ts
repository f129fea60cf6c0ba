// Registrations and filings in the database. Rows are only added; what is told again without a change adds none.
import type { FilingKind } from '@gongji/contract';
import { newId } from '../kernel/ids.ts';
import type { Queryable } from '../kernel/transact.ts';
import type { ToldStanding } from './standing.ts';

/** SQL of a person's registrations as JSON; `person` is the alias of a row with `person_no`. */
export const registrationsJson = (person: string): string =>
  `coalesce((select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('disease', r.disease, 'from', r.from_day, 'to', r.to_day)))
     from (select distinct on (disease, from_day) disease, from_day, to_day from gongji.chronic_registration
       where person_no = ${person}.person_no order by disease, from_day, seq desc) r), '[]')`;

/** SQL of a person's filings as JSON, likewise. */
export const filingsJson = (person: string): string =>
  `coalesce((select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('place', f.place, 'kind', f.kind, 'from', f.from_day,
       'to', f.to_day)))
     from (select distinct on (place, from_day) place, kind, from_day, to_day from gongji.out_of_area_filing
       where person_no = ${person}.person_no order by place, from_day, seq desc) f), '[]')`;

interface Told extends ToldStanding {
  personNo: string;
  area: string;
}

/** Records what the registry tells of people; a row whose last record says the same is left out. */
export async function recordStanding(client: Queryable, people: readonly Told[], at: Date): Promise<void> {
  const registrations = people.flatMap(({ personNo, area, registrations: told = [] }) =>
    told.map((one) => ({ personNo, area, ...one })),
  );
  if (registrations.length > 0) {
    await client.query(
      `insert into gongji.chronic_registration (area, person_no, disease, from_day, to_day, recorded_at)
       select n.area, n.person_no, n.disease, n.from_day, n.to_day, $6
       from unnest($1::text[], $2::text[], $3::text[], $4::date[], $5::date[])
         as n (area, person_no, disease, from_day, to_day)
       left join lateral (select seq, to_day from gongji.chronic_registration r
         where r.person_no = n.person_no and r.disease = n.disease and r.from_day = n.from_day
         order by seq desc limit 1) last on true
       where last.seq is null or last.to_day is distinct from n.to_day`,
      [
        registrations.map((one) => one.area),
        registrations.map((one) => one.personNo),
        registrations.map((one) => one.disease),
        registrations.map((one) => one.from),
        registrations.map((one) => one.to ?? null),
        at,
      ],
    );
  }
  const filings = people.flatMap(({ personNo, area, filings: told = [] }) =>
    told.map((one) => ({ personNo, area, ...one })),
  );
  if (filings.length === 0) return;
  await client.query(
    `insert into gongji.out_of_area_filing (filing_id, area, person_no, place, kind, from_day, to_day, origin, recorded_at)
     select n.filing_id, n.area, n.person_no, n.place, n.kind, n.from_day, n.to_day, 'registry', $8
     from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::date[], $7::date[])
       as n (filing_id, area, person_no, place, kind, from_day, to_day)
     left join lateral (select seq, kind, to_day from gongji.out_of_area_filing f
       where f.person_no = n.person_no and f.place = n.place and f.from_day = n.from_day
       order by seq desc limit 1) last on true
     where last.seq is null or last.to_day is distinct from n.to_day or last.kind <> n.kind`,
    [
      filings.map(() => newId('filing')),
      filings.map((one) => one.area),
      filings.map((one) => one.personNo),
      filings.map((one) => one.place),
      filings.map((one) => one.kind),
      filings.map((one) => one.from),
      filings.map((one) => one.to ?? null),
      at,
    ],
  );
}

/** A filing with its id and where it comes from. */
export interface FilingRecord {
  filingId: string;
  place: string;
  kind: FilingKind;
  from: string;
  to: string | null;
  origin: 'registry' | 'person';
  recordedAt: Date;
}

/** The filings that count, the one that began last first; earlier records of the same place and first day are left out. */
export async function filingsOf(client: Queryable, personNo: string): Promise<FilingRecord[]> {
  const { rows } = await client.query<FilingRecord>(
    `select * from (select distinct on (place, from_day) filing_id as "filingId", place, kind, from_day::text as "from",
       to_day::text as "to", origin, recorded_at as "recordedAt"
     from gongji.out_of_area_filing where person_no = $1 order by place, from_day, seq desc) f order by "from" desc, place`,
    [personNo],
  );
  return rows;
}
