// Pre-settlements: what each would pay for a batch of detail, shown and kept, so that the settlement takes exactly that.
import type { PoolClient } from 'pg';
import { accountUseOf } from '@gongji/policy';
import type { AccountFlag, QuoteBill } from '@gongji/policy';
import type { ServiceDeps } from '../deps.ts';
import { newId } from '../kernel/ids.ts';
import { done, refuse } from '../kernel/result.ts';
import type { Refusal, Result } from '../kernel/result.ts';
import type { LineSplit } from '../catalogue/adjudicate.ts';
import { sumSplits } from '../catalogue/adjudicate.ts';
import type { PersonRecord } from '../person/record.ts';
import type { RelationService } from '../relation/service.ts';
import { quoteBill } from '../settlement/quote.ts';
import { yuanText } from '../usage/money-text.ts';
import { batchTotals } from './batch-total.ts';
import type { BatchTotal } from './batch-total.ts';
import { chronicOf } from './chronic.ts';
import type { Asked } from './desk.ts';
import { batchKey, insertLines, settledBatches, splitDetails } from './detail.ts';
import type { SentLine } from './detail.ts';
import { figuresOf } from './figures.ts';
import type { Figures } from './figures.ts';
import { findClaimed } from './patient.ts';
import type { Claim } from './patient.ts';
import { insertVisits, lockVisits, visitOf } from './visit.ts';

/** What a bill is for and which accounts may pay. */
export interface BillTerms {
  claim: Claim;
  totalFen: number;
  medType: string;
  accountFlag: AccountFlag;
}
export interface BatchBill extends BillTerms {
  visitId: string;
  batchNo: string;
  /** Of the bill where it is sent with it; otherwise the one told of the visit counts. */
  diseaseCode: string;
}
/** A purchase at a pharmacy: the detail comes with it. */
export interface Purchase extends BillTerms {
  begunAt: string;
  diseaseCode: string;
  lines: readonly Omit<SentLine, 'visitId' | 'personNo' | 'batchNo'>[];
  /** What has to be the same when it is settled. */
  content: string;
}
export interface Presettled {
  visitId: string;
  person: PersonRecord;
  figures: Figures;
  /** Of a purchase, in order. */
  lines: LineSplit[];
}

/** The only batch of a purchase. */
const purchaseBatch = '1';

export const totalDiffers = (what: string, expectedFen: number, foundFen: number): Refusal =>
  refuse('total-differs', { what, expected: yuanText(expectedFen), found: yuanText(foundFen) });

interface Kept {
  quoteId: string;
  area: string;
  visitId: string;
  batchNo: string;
  terms: BillTerms;
  total: Pick<BatchTotal, 'count' | 'lastLineId'>;
  contentHash: Buffer | null;
  asked: Asked<unknown>;
}

async function insertPresettlements(tx: PoolClient, kept: readonly Kept[]): Promise<void> {
  if (kept.length === 0) return;
  await tx.query(
    `insert into gongji.presettlement (quote_id, area, institution_code, visit_id, batch_no, account_flag, med_type,
       line_count, last_line_id, content_hash, at)
     select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::int[],
       $9::bigint[], $10::bytea[], $11::timestamptz[])`,
    [
      kept.map((one) => one.quoteId),
      kept.map((one) => one.area),
      kept.map((one) => one.asked.message.institution.code),
      kept.map((one) => one.visitId),
      kept.map((one) => one.batchNo),
      kept.map((one) => one.terms.accountFlag),
      kept.map((one) => one.terms.medType),
      kept.map((one) => one.total.count),
      kept.map((one) => one.total.lastLineId),
      kept.map((one) => one.contentHash),
      kept.map((one) => one.asked.message.context.at.toISOString()),
    ],
  );
}

export function createPresettleWorks(deps: ServiceDeps, relations: Pick<RelationService, 'activeGivers'>) {
  const { cipher } = deps;

  const peopleOf = (tx: PoolClient, asked: readonly Asked<BillTerms>[]) =>
    findClaimed(
      tx,
      cipher,
      asked.map(({ body, message }) => ({ claim: body.claim, at: message.context.at })),
    );

  async function quoteOf(
    { message }: Asked<unknown>,
    terms: BillTerms,
    diseaseCode: string,
    person: PersonRecord,
    bill: QuoteBill,
  ): Promise<Result<{ quoteId: string; figures: Figures }>> {
    const quoted = await quoteBill(deps, relations, message.context, {
      personNo: person.personNo,
      bill,
      chronic: chronicOf(terms.medType, diseaseCode),
      accountUse: accountUseOf(deps.library, person.area, message.context.today, terms.accountFlag),
    });
    if (!quoted.ok) return quoted;
    const { quoteId, result } = quoted.value;
    return done({ quoteId, figures: figuresOf(bill, result) });
  }

  return {
    /** 2206. Refused: those of `findClaimed`, `visit-unknown`, `lines-missing`, `batch-settled`, `total-differs`, those of a quote. */
    presettle: async (tx: PoolClient, asked: readonly Asked<BatchBill>[]): Promise<Result<Presettled>[]> => {
      const people = await peopleOf(tx, asked);
      const visits = await lockVisits(
        tx,
        asked.map(({ body }) => body.visitId),
      );
      const settled = await settledBatches(tx, [...visits.keys()]);
      const totals = await batchTotals(
        tx,
        asked.map(({ body }) => body),
      );
      const kept: Kept[] = [];
      const results = await Promise.all(
        asked.map(async (one, index): Promise<Result<Presettled>> => {
          const person = people[index]!;
          if (!person.ok) return person;
          const { visitId, batchNo, totalFen } = one.body;
          const visit = visitOf(visits, one, { visitId, personNo: person.value.personNo });
          if (!visit.ok) return visit;
          if (settled.has(batchKey(visitId, batchNo))) return refuse('batch-settled', { batch: batchNo });
          const total = totals.get(batchKey(visitId, batchNo));
          if (!total) return refuse('lines-missing', { batch: batchNo });
          if (total.bill.totalFen !== totalFen) {
            return totalDiffers('医疗费总额（medfee_sumamt）', total.bill.totalFen, totalFen);
          }
          const diseaseCode = one.body.diseaseCode || (visit.value.diseaseCode ?? '');
          const quoted = await quoteOf(one, one.body, diseaseCode, person.value, total.bill);
          if (!quoted.ok) return quoted;
          const { quoteId, figures } = quoted.value;
          const { area } = person.value;
          kept.push({
            ...{ quoteId, area, visitId, batchNo, terms: one.body, total, contentHash: null, asked: one },
          });
          return done({ visitId, person: person.value, figures, lines: [] });
        }),
      );
      await insertPresettlements(tx, kept);
      return results;
    },

    /** 2101. Refused: those of `findClaimed`, `detail-wrong`, `line-exists`, `total-differs`, those of a quote. */
    presettlePurchase: async (
      tx: PoolClient,
      asked: readonly Asked<Purchase>[],
    ): Promise<Result<Presettled>[]> => {
      const people = await peopleOf(tx, asked);
      const splits = await splitDetails(
        tx,
        asked.map(({ body, message }) => ({
          area: message.institution.area,
          lines: body.lines.map(({ line }) => line),
        })),
      );
      const results = await Promise.all(
        asked.map(async (one, index): Promise<Result<Presettled & { quoteId: string }>> => {
          const person = people[index]!;
          const lines = splits[index]!;
          if (!person.ok) return person;
          if (!lines.ok) return lines;
          const numbers = lines.value.map((line) => line.lineNo);
          const twice = numbers.find((lineNo, at) => numbers.indexOf(lineNo) < at);
          if (twice !== undefined) return refuse('line-exists', { line: twice });
          const bill = sumSplits(lines.value);
          if (bill.totalFen !== one.body.totalFen) {
            return totalDiffers('医疗费总额（medfee_sumamt）', bill.totalFen, one.body.totalFen);
          }
          const quoted = await quoteOf(one, one.body, one.body.diseaseCode, person.value, billOf(bill));
          if (!quoted.ok) return quoted;
          return done({ ...quoted.value, visitId: newId('visit'), person: person.value, lines: lines.value });
        }),
      );
      const made = results.flatMap((result, index) =>
        result.ok ? [{ ...result.value, asked: asked[index]! }] : [],
      );
      await insertVisits(
        tx,
        made.map(({ visitId, person, asked: { body, message } }) => ({
          ...{
            visitId,
            person,
            kind: 'pharmacy' as const,
            claim: body.claim,
            ownNo: '',
            begunAt: body.begunAt,
          },
          ...{ institutionCode: message.institution.code, at: message.context.at },
        })),
      );
      await insertLines(
        tx,
        made.flatMap(({ visitId, person, lines, asked: { body, message } }) =>
          lines.map((split, at) => ({
            ...{ area: person.area, at: message.context.at, split },
            sent: { ...body.lines[at]!, visitId, personNo: person.personNo, batchNo: purchaseBatch },
          })),
        ),
      );
      const totals = await batchTotals(
        tx,
        made.map(({ visitId }) => ({ visitId, batchNo: purchaseBatch })),
      );
      await insertPresettlements(
        tx,
        made.map(({ quoteId, visitId, person, asked: one }) => ({
          ...{ quoteId, visitId, area: person.area, batchNo: purchaseBatch, terms: one.body, asked: one },
          total: totals.get(batchKey(visitId, purchaseBatch))!,
          contentHash: cipher.lookupHash(one.body.content),
        })),
      );
      return results;
    },
  };
}

const billOf = ({
  totalFen,
  whollySelfPaidFen,
  overPriceLimitFen,
  preSelfPaidFen,
}: QuoteBill): QuoteBill => ({
  ...{ totalFen, whollySelfPaidFen, overPriceLimitFen, preSelfPaidFen },
});
