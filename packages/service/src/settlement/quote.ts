// Shows at the till what each would pay, and keeps what was shown for 30 minutes.
import type { InstitutionMark, TillQuote, TillQuoteBody } from '@gongji/contract';
import { instantColumn, jsonColumn, textColumn } from '@gongji/database';
import type { PoolClient } from 'pg';
import type { z } from 'zod';
import type { ServiceDeps } from '../deps.ts';
import type { Context } from '../kernel/context.ts';
import { newId } from '../kernel/ids.ts';
import { instantText } from '../kernel/instant.ts';
import { done, refuse } from '../kernel/result.ts';
import type { Refusal, Result } from '../kernel/result.ts';
import { transact } from '../kernel/transact.ts';
import type { Queryable } from '../kernel/transact.ts';
import type { RelationService } from '../relation/service.ts';
import { accumulatorKey, readAccumulators, yearOf } from './accumulator.ts';
import { adjudicate, figuresOf } from './adjudicate.ts';
import type { Asked, ShownFigures } from './adjudicate.ts';
import { refuseBill } from './check-bill.ts';
import { purposeOf, readFacts } from './facts.ts';
import type { PersonFacts } from './facts.ts';
import { tillOf } from './institution.ts';
import { readPurses } from './purse.ts';
import { addForms, packLines } from './trace.ts';
import type { AreaForm, PackedLine } from './trace.ts';

const validMinutes = 30;

export interface KeptTillQuote {
  quoteId: string;
  institutionCode: string;
  patientNo: string;
  area: string;
  asked: Asked;
  /** Without its lines. */
  shown: ShownFigures;
  validUntil: Date;
}

/** What is asked at a till that is known already. */
export interface QuoteItem {
  context: Context;
  institution: InstitutionMark;
  personNo: string;
  asked: Asked;
}

/** Quotes many bills with a few statements for all, in the caller's transaction; one outcome for each, in order. */
export async function quoteBills(
  deps: Pick<ServiceDeps, 'pool' | 'library'>,
  relations: Pick<RelationService, 'activeGivers'>,
  tx: PoolClient,
  items: readonly QuoteItem[],
): Promise<Result<TillQuote>[]> {
  const facts = await readFacts(
    tx,
    items.map(({ personNo }) => personNo),
  );
  const patients = items.map(({ personNo, asked }): Result<PersonFacts> => {
    const patient = facts.get(personNo);
    if (!patient) return refuse('patient-not-found');
    return refuseBill(asked, patient) ?? done(patient);
  });
  const going = items.flatMap((item, index) => {
    const patient = patients[index]!;
    return patient.ok ? [{ ...item, patient: patient.value }] : [];
  });
  if (going.length === 0) return patients as Refusal[];
  const accumulatorOf = ({ patient, context }: (typeof going)[number]) => ({
    ...{ personNo: patient.personNo, area: patient.area, year: yearOf(context.today) },
  });
  const accumulators = await readAccumulators(tx, going.map(accumulatorOf));
  const purses = await readPurses(
    deps,
    relations,
    tx,
    going.map(({ patient, context, institution }) => ({
      ...{ patient, today: context.today, purpose: purposeOf(institution) },
    })),
  );
  const forms: AreaForm[] = [];
  const made: MadeQuote[] = [];
  const outcomes = going.map((item, index): Result<TillQuote> => {
    const { context, institution, patient, asked } = item;
    const adjudicated = adjudicate(deps.library, {
      ...{ date: context.today, patient, institution, asked, ...purses[index]! },
      yearToDate: accumulators.get(accumulatorKey(accumulatorOf(item)))!,
    });
    if (!adjudicated.ok) {
      return refuse('policy-not-recorded', { what: adjudicated.reason.message.replace(/。$/, '') });
    }
    const result = adjudicated.value.till;
    const quoteId = newId('quote');
    const validUntil = new Date(context.at.getTime() + validMinutes * 60_000);
    const trace = packLines(patient.area, adjudicated.value.tillLines, forms);
    made.push({ ...item, quoteId, validUntil, shown: figuresOf(result), trace });
    return done({ quoteId, validUntil: instantText(validUntil), result });
  });
  await addForms(deps.pool, forms);
  await insertQuotes(tx, made);
  let next = 0;
  return patients.map((patient) => (patient.ok ? outcomes[next++]! : patient));
}

type MadeQuote = QuoteItem & {
  patient: PersonFacts;
  quoteId: string;
  validUntil: Date;
  shown: ShownFigures;
  trace: PackedLine[];
};

async function insertQuotes(tx: PoolClient, made: readonly MadeQuote[]): Promise<void> {
  if (made.length === 0) return;
  await tx.query({
    name: 'insert-till-quotes',
    text: `insert into gongji.till_quote (quote_id, area, institution_code, patient_no, asked, shown, trace, created_at,
        valid_until)
      select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::jsonb[], $6::jsonb[], $7::jsonb[],
        $8::timestamptz[], $9::timestamptz[])`,
    values: [
      textColumn(made.map((one) => one.quoteId)),
      textColumn(made.map((one) => one.patient.area)),
      textColumn(made.map((one) => one.institution.code)),
      textColumn(made.map((one) => one.personNo)),
      jsonColumn(made.map((one) => one.asked)),
      jsonColumn(made.map((one) => one.shown)),
      jsonColumn(made.map((one) => one.trace)),
      instantColumn(made.map((one) => one.context.at)),
      instantColumn(made.map((one) => one.validUntil)),
    ],
  });
}

/** Refused: those of `tillOf`, `patient-not-found`, those of `refuseBill`, `policy-not-recorded`. */
export async function quoteBill(
  deps: Pick<ServiceDeps, 'pool' | 'library'>,
  relations: Pick<RelationService, 'activeGivers'>,
  context: Context,
  { personNo, ...asked }: z.infer<typeof TillQuoteBody>,
): Promise<Result<TillQuote>> {
  return transact(deps.pool, async (tx) => {
    const till = await tillOf(tx, context.actor);
    if (!till.ok) return till;
    const [quoted] = await quoteBills(deps, relations, tx, [
      { context, institution: till.value, personNo, asked },
    ]);
    return quoted!;
  });
}

export async function readTillQuotes(
  client: Queryable,
  quoteIds: readonly string[],
): Promise<Map<string, KeptTillQuote>> {
  const { rows } = await client.query<KeptTillQuote>({
    name: 'till-quotes',
    // `offset 0` keeps this a look-up by index for each id.
    text: `select q.quote_id as "quoteId", q.institution_code as "institutionCode", q.patient_no as "patientNo", q.area,
        q.asked, q.shown - 'lines' as shown, q.valid_until as "validUntil"
      from unnest($1::text[]) as asked (id)
      cross join lateral (select * from gongji.till_quote t where t.quote_id = asked.id offset 0) as q`,
    values: [textColumn([...new Set(quoteIds)])],
  });
  return new Map(rows.map((row) => [row.quoteId, row]));
}
