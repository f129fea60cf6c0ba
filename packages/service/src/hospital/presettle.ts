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
import { quoteBills } from '../settlement/quote.ts';
import { yuanText } from '../usage/money-text.ts';
import { readBatchStates } from './batch-state.ts';
import { batchTotals } from './batch-total.ts';
import type { BatchTotal } from './batch-total.ts';
import { chronicOf } from './chronic.ts';
import type { Asked } from './desk.ts';
import { batchKey, insertLines, splitDetails } from './detail.ts';
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

/** A bill that passed every check and can be quoted. */
interface Ready {
  asked: Asked<unknown>;
  terms: BillTerms;
  diseaseCode: string;
  person: PersonRecord;
  bill: QuoteBill;
  total: BatchTotal;
}

async function insertPresettlements(tx: PoolClient, kept: readonly Kept[]): Promise<void> {
  if (kept.length === 0) return;
  await tx.query({
    name: 'presettlements',
    text: `insert into gongji.presettlement (quote_id, area, institution_code, visit_id, batch_no, account_flag, med_type,
       line_count, last_line_id, content_hash, at)
     select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::int[],
       $9::bigint[], $10::bytea[], $11::timestamptz[])`,
    values: [
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
  });
}

export function createPresettleWorks(deps: ServiceDeps, relations: Pick<RelationService, 'activeGivers'>) {
  const { cipher } = deps;

  const peopleOf = (tx: PoolClient, asked: readonly Asked<BillTerms>[]) =>
    findClaimed(
      tx,
      cipher,
      asked.map(({ body, message }) => ({ claim: body.claim, at: message.context.at })),
    );

  /** Quotes what passed every check before; each outcome with its pre-settlement's id and figures. */
  async function quoteAll(
    tx: PoolClient,
    bills: readonly Omit<Ready, 'total'>[],
  ): Promise<Result<{ quoteId: string; figures: Figures }>[]> {
    const quoted = await quoteBills(
      deps,
      relations,
      tx,
      bills.map(({ asked: { message }, terms, diseaseCode, person, bill }) => ({
        ...{ context: message.context, institution: message.institution, personNo: person.personNo },
        asked: {
          bill,
          chronic: chronicOf(terms.medType, diseaseCode),
          accountUse: accountUseOf(deps.library, person.area, message.context.today, terms.accountFlag),
        },
      })),
    );
    return quoted.map((one, index) => {
      if (!one.ok) return one;
      const { quoteId, result } = one.value;
      return done({ quoteId, figures: figuresOf(bills[index]!.bill, result) });
    });
  }

  return {
    /** 2206. Refused: those of `findClaimed`, `visit-unknown`, `lines-missing`, `batch-settled`, `total-differs`, those of a quote. */
    presettle: async (tx: PoolClient, asked: readonly Asked<BatchBill>[]): Promise<Result<Presettled>[]> => {
      const people = await peopleOf(tx, asked);
      const visits = await lockVisits(
        tx,
        asked.map(({ body }) => body.visitId),
      );
      const states = await readBatchStates(
        tx,
        asked.map(({ body }) => body),
      );
      const ready = asked.map((one, index): Result<Ready> => {
        const person = people[index]!;
        if (!person.ok) return person;
        const { visitId, batchNo, totalFen } = one.body;
        const visit = visitOf(visits, one, { visitId, personNo: person.value.personNo });
        if (!visit.ok) return visit;
        const { isSettled, total } = states.get(batchKey(visitId, batchNo))!;
        if (isSettled) return refuse('batch-settled', { batch: batchNo });
        if (!total) return refuse('lines-missing', { batch: batchNo });
        if (total.bill.totalFen !== totalFen) {
          return totalDiffers('医疗费总额（medfee_sumamt）', total.bill.totalFen, totalFen);
        }
        const diseaseCode = one.body.diseaseCode || (visit.value.diseaseCode ?? '');
        return done({
          asked: one,
          terms: one.body,
          diseaseCode,
          person: person.value,
          bill: total.bill,
          total,
        });
      });
      const going = ready.flatMap((one) => (one.ok ? [one.value] : []));
      const quoted = going.length === 0 ? [] : await quoteAll(tx, going);
      const kept: Kept[] = [];
      let next = 0;
      const results = ready.map((one, index): Result<Presettled> => {
        if (!one.ok) return one;
        const quote = quoted[next++]!;
        if (!quote.ok) return quote;
        const { quoteId, figures } = quote.value;
        const { person, terms, total } = one.value;
        const { visitId, batchNo } = asked[index]!.body;
        const { area } = person;
        kept.push({
          ...{ quoteId, area, visitId, batchNo, terms, total },
          contentHash: null,
          asked: asked[index]!,
        });
        return done({ visitId, person, figures, lines: [] });
      });
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
      const ready = asked.map((one, index): Result<Omit<Ready, 'total'> & { lines: LineSplit[] }> => {
        const person = people[index]!;
        const lines = splits[index]!;
        if (!person.ok) return person;
        if (!lines.ok) return lines;
        const numbers = lines.value.map((line) => line.lineNo);
        const twice = numbers.find((lineNo, at) => numbers.indexOf(lineNo) < at);
        if (twice !== undefined) return refuse('line-exists', { line: twice });
        const bill = billOf(sumSplits(lines.value));
        if (bill.totalFen !== one.body.totalFen) {
          return totalDiffers('医疗费总额（medfee_sumamt）', bill.totalFen, one.body.totalFen);
        }
        const { diseaseCode } = one.body;
        return done({
          asked: one,
          terms: one.body,
          diseaseCode,
          person: person.value,
          bill,
          lines: lines.value,
        });
      });
      const going = ready.flatMap((one) => (one.ok ? [one.value] : []));
      const quoted = going.length === 0 ? [] : await quoteAll(tx, going);
      let next = 0;
      const results = ready.map((one): Result<Presettled & { quoteId: string }> => {
        if (!one.ok) return one;
        const quote = quoted[next++]!;
        if (!quote.ok) return quote;
        const { person, lines } = one.value;
        return done({ ...quote.value, visitId: newId('visit'), person, lines });
      });
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
