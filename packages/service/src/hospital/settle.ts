// Settlements by message: exactly what the pre-settlement showed of the same detail, or nothing.
import type { PoolClient } from 'pg';
import type { QuoteBill } from '@gongji/policy';
import type { LineSplit } from '../catalogue/adjudicate.ts';
import type { ServiceDeps } from '../deps.ts';
import { done, refuse } from '../kernel/result.ts';
import type { Refusal, Result } from '../kernel/result.ts';
import type { PersonRecord } from '../person/record.ts';
import type { RelationService } from '../relation/service.ts';
import { settleBatch } from '../settlement/settle.ts';
import { readBatchStates } from './batch-state.ts';
import type { Shown } from './batch-state.ts';
import type { Asked } from './desk.ts';
import { batchKey } from './detail.ts';
import { readFigures } from './settled.ts';
import { figuresOf } from './figures.ts';
import type { Figures } from './figures.ts';
import { findClaimed } from './patient.ts';
import type { BatchBill, BillTerms, Purchase } from './presettle.ts';
import { totalDiffers } from './presettle.ts';
import { lockVisits, visitOf } from './visit.ts';

interface Paid {
  insutype: string;
  clrType: string;
  invoiceNo: string;
}
export type BatchPayment = BatchBill &
  Paid & {
    /** What the pre-settlement answered, sent back. */
    echoed: Omit<QuoteBill, 'totalFen'> & { inScopeFen: number };
  };
export type PurchasePayment = Purchase & Paid;

export interface SettledBill {
  settlementId: string;
  visitId: string;
  person: PersonRecord;
  figures: Figures;
  /** Of a purchase, in order. */
  lines: LineSplit[];
}

/** What is to be settled of a message that has passed every check. */
interface Ready {
  shown: Shown;
  person: PersonRecord;
  paid: Paid & BillTerms;
}

const shownColumns = `p.quote_id as "quoteId", p.visit_id as "visitId", p.batch_no as "batchNo",
  p.account_flag as "accountFlag", p.med_type as "medType", p.line_count as "lineCount", p.last_line_id as "lastLineId"`;

/** The last pre-settlement of the same purchase that isn't settled; by institution and content. */
async function shownPurchases(
  tx: PoolClient,
  wanted: readonly { institutionCode: string; contentHash: Buffer }[],
): Promise<Map<string, Shown>> {
  const { rows } = await tx.query<Shown & { institutionCode: string; contentHash: Buffer }>(
    `select distinct on (p.institution_code, p.content_hash) ${shownColumns}, p.institution_code as "institutionCode",
       p.content_hash as "contentHash"
     from gongji.presettlement p
     where (p.institution_code, p.content_hash) in (select * from unnest($1::text[], $2::bytea[]))
       and not exists (select from gongji.bill b where b.quote_id = p.quote_id)
     order by p.institution_code, p.content_hash, p.presettlement_no desc`,
    [wanted.map((one) => one.institutionCode), wanted.map((one) => one.contentHash)],
  );
  return new Map(rows.map((row) => [`${row.institutionCode}/${row.contentHash.toString('hex')}`, row]));
}

export function createSettleWorks(deps: ServiceDeps, relations: Pick<RelationService, 'activeGivers'>) {
  const { cipher } = deps;

  const peopleOf = (tx: PoolClient, asked: readonly Asked<BillTerms>[]) =>
    findClaimed(
      tx,
      cipher,
      asked.map(({ body, message }) => ({ claim: body.claim, at: message.context.at })),
    );

  /** Settles what is ready, in one batch of the ledger, and notes what each settlement was of. */
  async function settleReady(
    tx: PoolClient,
    asked: readonly Asked<unknown>[],
    ready: readonly Result<Ready>[],
  ): Promise<Result<SettledBill>[]> {
    const going = ready.flatMap((one, index) => (one.ok ? [{ ...one.value, asked: asked[index]! }] : []));
    if (going.length === 0) return ready as Refusal[];
    const outcomes = await settleBatch(
      deps,
      relations,
      tx,
      going.map(({ shown, asked: { message } }) => ({
        ...{ context: message.context, institution: message.institution },
        ...{ quoteId: shown.quoteId, key: message.msgid },
      })),
    );
    const settled = going.flatMap((one, index) => {
      const outcome = outcomes[index]!;
      return outcome.ok ? [{ ...one, settlementId: outcome.value.settlementId }] : [];
    });
    await insertSettlements(tx, settled);
    // A settlement that was made before under this message's name has no bill here.
    const figures = await readFigures(
      tx,
      outcomes.flatMap((outcome) => (outcome.ok && !outcome.value.bill ? [outcome.value.settlementId] : [])),
    );
    const results = new Map(
      going.map((one, index): [Asked<unknown>, Result<SettledBill>] => {
        const outcome = outcomes[index]!;
        if (!outcome.ok) return [one.asked, outcome];
        const { settlementId, bill } = outcome.value;
        const { visitId } = one.shown;
        const value = {
          settlementId,
          visitId,
          person: one.person,
          figures: bill ? figuresOf(bill.asked.bill, bill.result) : figures.get(settlementId)!,
          lines: [],
        };
        return [one.asked, done(value)];
      }),
    );
    return asked.map((one, index) => results.get(one) ?? (ready[index] as Refusal));
  }

  return {
    /**
     * 2207. Refused: those of `findClaimed`, `visit-unknown`, `lines-missing`, `batch-settled`, `presettlement-missing`,
     * `presettlement-changed`, `total-differs`, those of a settlement.
     */
    settle: async (tx: PoolClient, asked: readonly Asked<BatchPayment>[]): Promise<Result<SettledBill>[]> => {
      const people = await peopleOf(tx, asked);
      const visits = await lockVisits(
        tx,
        asked.map(({ body }) => body.visitId),
      );
      const states = await readBatchStates(
        tx,
        asked.map(({ body }) => body),
      );
      const taken = new Set<string>();
      const ready = asked.map((one, index): Result<Ready> => {
        const person = people[index]!;
        if (!person.ok) return person;
        const { body } = one;
        const visit = visitOf(visits, one, { visitId: body.visitId, personNo: person.value.personNo });
        if (!visit.ok) return visit;
        const key = batchKey(body.visitId, body.batchNo);
        const { isSettled, total, shown: last } = states.get(key)!;
        if (isSettled || taken.has(key)) return refuse('batch-settled', { batch: body.batchNo });
        if (!total) return refuse('lines-missing', { batch: body.batchNo });
        const wrong = differs(body, total.bill);
        if (wrong) return wrong;
        if (!last) return refuse('presettlement-missing');
        if (last.lineCount !== total.count || last.lastLineId !== total.lastLineId) {
          return refuse('presettlement-changed', { what: '费用明细' });
        }
        const changed = changedTerms(body, last);
        if (changed) return changed;
        taken.add(key);
        return done({ shown: last, person: person.value, paid: body });
      });
      return settleReady(tx, asked, ready);
    },

    /** 2102. Refused: those of `findClaimed`, `presettlement-missing`, those of a settlement. */
    settlePurchase: async (
      tx: PoolClient,
      asked: readonly Asked<PurchasePayment>[],
    ): Promise<Result<SettledBill>[]> => {
      const people = await peopleOf(tx, asked);
      const wanted = asked.map(({ body, message }) => ({
        institutionCode: message.institution.code,
        contentHash: cipher.lookupHash(body.content),
      }));
      const shown = await shownPurchases(tx, wanted);
      await lockVisits(
        tx,
        [...shown.values()].map(({ visitId }) => visitId),
      );
      const taken = new Set<string>();
      const ready = asked.map(({ body }, index): Result<Ready> => {
        const person = people[index]!;
        if (!person.ok) return person;
        const { institutionCode, contentHash } = wanted[index]!;
        const last = shown.get(`${institutionCode}/${contentHash.toString('hex')}`);
        if (!last || taken.has(last.quoteId)) return refuse('presettlement-missing');
        taken.add(last.quoteId);
        return done({ shown: last, person: person.value, paid: body });
      });
      const results = await settleReady(tx, asked, ready);
      const lines = await linesOf(
        tx,
        results.flatMap((result) => (result.ok ? [result.value.visitId] : [])),
      );
      return results.map((result) =>
        result.ok ? done({ ...result.value, lines: lines.get(result.value.visitId) ?? [] }) : result,
      );
    },
  };
}

/** The splits of the lines of purchases, in order. */
async function linesOf(tx: PoolClient, visitIds: readonly string[]): Promise<Map<string, LineSplit[]>> {
  const { rows } = await tx.query<{ visitId: string; splits: LineSplit[] }>(
    `select visit_id as "visitId", jsonb_agg(split order by line_id) as splits from gongji.visit_line
     where visit_id = any($1::text[]) and withdrawn_at is null group by visit_id`,
    [visitIds],
  );
  return new Map(rows.map((row) => [row.visitId, row.splits]));
}

/** Whether total and split are those of the detail. */
function differs({ totalFen, echoed }: BatchPayment, bill: QuoteBill): Refusal | undefined {
  if (totalFen !== bill.totalFen) return totalDiffers('医疗费总额（medfee_sumamt）', bill.totalFen, totalFen);
  const inScopeFen = bill.totalFen - bill.whollySelfPaidFen - bill.overPriceLimitFen - bill.preSelfPaidFen;
  const pairs = [
    ['全自费金额（fulamt_ownpay_amt）', bill.whollySelfPaidFen, echoed.whollySelfPaidFen],
    ['超限价金额（overlmt_selfpay）', bill.overPriceLimitFen, echoed.overPriceLimitFen],
    ['先行自付金额（preselfpay_amt）', bill.preSelfPaidFen, echoed.preSelfPaidFen],
    ['符合政策范围金额（inscp_scp_amt）', inScopeFen, echoed.inScopeFen],
  ] as const;
  for (const [what, expected, found] of pairs) {
    if (expected !== found) return totalDiffers(what, expected, found);
  }
  return undefined;
}

function changedTerms(body: BillTerms, last: Shown): Refusal | undefined {
  if (body.accountFlag !== last.accountFlag) {
    return refuse('presettlement-changed', { what: '个人账户使用标志（acct_used_flag）' });
  }
  return body.medType === last.medType
    ? undefined
    : refuse('presettlement-changed', { what: '医疗类别（med_type）' });
}

async function insertSettlements(
  tx: PoolClient,
  settled: readonly (Ready & { settlementId: string; asked: Asked<unknown> })[],
): Promise<void> {
  if (settled.length === 0) return;
  await tx.query({
    name: 'hospital-settlements',
    text: `insert into gongji.hospital_settlement (settlement_id, area, institution_code, visit_id, batch_no, msgid, infno,
       insutype, med_type, clr_type, credential_kind, invoice_no, at)
     select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
       $9::text[], $10::text[], $11::text[], $12::text[], $13::timestamptz[])`,
    values: [
      settled.map((one) => one.settlementId),
      settled.map((one) => one.person.area),
      settled.map((one) => one.asked.message.institution.code),
      settled.map((one) => one.shown.visitId),
      settled.map((one) => one.shown.batchNo),
      settled.map((one) => one.asked.message.msgid),
      settled.map((one) => one.asked.message.infno),
      settled.map((one) => one.paid.insutype),
      settled.map((one) => one.paid.medType),
      settled.map((one) => one.paid.clrType),
      settled.map((one) => one.paid.claim.credential.kind),
      settled.map((one) => one.paid.invoiceNo),
      settled.map((one) => one.asked.message.context.at.toISOString()),
    ],
  });
}
