// Shows at the till what each would pay, and keeps what was shown for 30 minutes.
import type { TillQuote, TillQuoteBody } from '@gongji/contract';
import { textColumn } from '@gongji/database';
import type { z } from 'zod';
import type { ServiceDeps } from '../deps.ts';
import type { Context } from '../kernel/context.ts';
import { newId } from '../kernel/ids.ts';
import { instantText } from '../kernel/instant.ts';
import { done, refuse } from '../kernel/result.ts';
import type { Result } from '../kernel/result.ts';
import type { Queryable } from '../kernel/transact.ts';
import type { RelationService } from '../relation/service.ts';
import { readAccumulator, yearOf } from './accumulator.ts';
import { adjudicate, figuresOf } from './adjudicate.ts';
import type { Asked, ShownFigures } from './adjudicate.ts';
import { refuseBill } from './check-bill.ts';
import { purposeOf, readFacts } from './facts.ts';
import { tillOf } from './institution.ts';
import { pursesNow } from './purse.ts';
import { addForms, packLines } from './trace.ts';
import type { AreaForm } from './trace.ts';

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

export async function quoteBill(
  deps: ServiceDeps,
  relations: Pick<RelationService, 'activeGivers'>,
  context: Context,
  { personNo, ...asked }: z.infer<typeof TillQuoteBody>,
): Promise<Result<TillQuote>> {
  const { pool, library } = deps;
  const till = await tillOf(pool, context.actor);
  if (!till.ok) return till;
  const patient = (await readFacts(pool, [personNo])).get(personNo);
  if (!patient) return refuse('patient-not-found');
  const wrong = refuseBill(asked, patient);
  if (wrong) return wrong;
  const year = yearOf(context.today);
  const adjudicated = adjudicate(library, {
    date: context.today,
    patient,
    institution: till.value,
    asked,
    yearToDate: await readAccumulator(pool, { personNo, area: patient.area, year }),
    ...(await pursesNow(deps, relations, patient, {
      today: context.today,
      purpose: purposeOf(till.value),
    })),
  });
  if (!adjudicated.ok) {
    return refuse('policy-not-recorded', { what: adjudicated.reason.message.replace(/。$/, '') });
  }
  const result = adjudicated.value.till;
  const quoteId = newId('quote');
  const validUntil = new Date(context.at.getTime() + validMinutes * 60_000);
  const forms: AreaForm[] = [];
  const trace = packLines(patient.area, adjudicated.value.tillLines, forms);
  await addForms(pool, forms);
  await pool.query(
    `insert into gongji.till_quote (quote_id, area, institution_code, patient_no, asked, shown, trace, created_at, valid_until)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      quoteId,
      patient.area,
      till.value.code,
      personNo,
      JSON.stringify(asked),
      JSON.stringify(figuresOf(result)),
      JSON.stringify(trace),
      context.at,
      validUntil,
    ],
  );
  return done({ quoteId, validUntil: instantText(validUntil), result });
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
