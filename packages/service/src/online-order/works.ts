// Online orders at the desk: uploaded with their detail (6201), paid by the patient (6202), completed (6204), withdrawn (6401).
import type { PoolClient } from 'pg';
import type { ServiceDeps } from '../deps.ts';
import { newId } from '../kernel/ids.ts';
import { notifyChanged } from '../kernel/notify.ts';
import { done, refuse } from '../kernel/result.ts';
import type { Refusal, Result } from '../kernel/result.ts';
import { batchTotals } from '../hospital/batch-total.ts';
import type { Asked } from '../hospital/desk.ts';
import { batchKey } from '../hospital/detail.ts';
import type { createDetailWorks, SentLine } from '../hospital/detail.ts';
import type { Claim } from '../hospital/patient.ts';
import type { BillTerms, createPresettleWorks } from '../hospital/presettle.ts';
import type { BatchPayment, createSettleWorks } from '../hospital/settle.ts';
import { lockVisits } from '../hospital/visit.ts';
import type { createVisitWorks } from '../hospital/visit.ts';
import type { Figures } from '../hospital/figures.ts';
import { writeNotices } from '../notice/write.ts';
import { parentsOf } from '../relation/children.ts';
import { insertNotices } from './notice.ts';
import { lockOrders, orderOf, orderStates, readOrders } from './order.ts';
import type { OnlineOrder, OrderName } from './order.ts';
import { payToken } from './token.ts';

export interface OrderUpload extends BillTerms {
  /** The institution's own number of the order. */
  ownNo: string;
  /** `''`: the visit is registered with the order. */
  visitId: string;
  ownVisitNo: string;
  begunAt: string;
  batchNo: string;
  diseaseCode: string;
  diseaseName: string;
  clrType: string;
  invoiceNo: string;
  lines: readonly Omit<SentLine, 'visitId' | 'personNo' | 'batchNo'>[];
}
export interface UploadedOrder {
  orderId: string;
  payToken: string;
  /** Where the patient sees and confirms it. */
  payUrl: string;
  visitId: string;
  figures: Figures;
}
export interface OrderPayment extends OrderName {
  /** `''` where the message leaves it out. */
  visitId: string;
  batchNo: string;
  /** The patient's own, read when the patient agreed to pay. */
  credential: Claim['credential'];
}
export interface PaidOrder {
  order: OnlineOrder;
  figures: Figures;
  settlementId: string;
}
/** What the institution says was paid, in fen. */
export interface OrderCompletion extends OrderName {
  ownNo: string;
  totalFen: number;
  cashFen: number;
  accountFen: number;
  fundFen: number;
  cashChannel: string;
}

type BaseWorks = ReturnType<typeof createVisitWorks> &
  ReturnType<typeof createDetailWorks> &
  ReturnType<typeof createPresettleWorks> &
  ReturnType<typeof createSettleWorks>;

/** What a settlement is refused with when the figures that were shown hold no longer. */
const outdated = new Set([
  'lines-missing',
  'presettlement-missing',
  'presettlement-changed',
  'quote-expired',
  'quote-used',
  'shown-amount-changed',
  'total-differs',
]);

export const notOpen = ({ state }: Pick<OnlineOrder, 'state'>): Refusal =>
  refuse('order-not-open', { state: orderStates[state].name });

export function createOnlineOrderWorks(
  { cipher, publicUrl }: Pick<ServiceDeps, 'cipher' | 'publicUrl'>,
  works: BaseWorks,
) {
  /** Registers, tells, uploads and shows, as 2201 to 2206 do; the caller undoes it all when one step is refused. */
  async function upload(tx: PoolClient, asked: Asked<OrderUpload>): Promise<Result<UploadedOrder>> {
    const { message, body } = asked;
    const { personNo } = body.claim;
    const { batchNo, medType, diseaseCode, diseaseName } = body;
    const only = async <Body, Value>(
      work: (tx: PoolClient, asked: readonly Asked<Body>[]) => Promise<Result<Value>[]>,
      value: Body,
    ): Promise<Result<Value>> => (await work(tx, [{ message, body: value }]))[0]!;

    let { visitId } = body;
    if (visitId === '') {
      const registration = { claim: body.claim, ownNo: body.ownVisitNo, begunAt: body.begunAt };
      const registered = await only(works.register, registration);
      if (!registered.ok) return registered;
      ({ visitId } = registered.value);
    }
    const told = await only(works.tell, { visitId, personNo, medType, diseaseCode, diseaseName });
    if (!told.ok) return told;
    const lines = body.lines.map((line) => ({ ...line, visitId, personNo, batchNo }));
    const added = await only(works.addLines, lines);
    if (!added.ok) return added;
    const shown = await only(works.presettle, { ...body, visitId });
    if (!shown.ok) return shown;
    const orderId = newId('order');
    const { rows } = await tx.query<{ orderId: string }>(
      `insert into gongji.online_order (order_id, area, institution_code, patient_no, own_no, visit_id, batch_no, quote_id,
         total_fen, account_flag, med_type, clr_type, insutype, invoice_no, at)
       select $1, $2, $3, $4, $5, $6, $7,
         (select quote_id from gongji.presettlement where visit_id = $6 and batch_no = $7
          order by presettlement_no desc limit 1), $8::bigint, $9, $10, $11, $12, $13, $14::timestamptz
       where not exists (
         select from gongji.online_order where withdrawn_at is null
           and (institution_code = $3 and own_no = $5 or visit_id = $6 and batch_no = $7))
       returning order_id as "orderId"`,
      [
        ...[
          orderId,
          shown.value.person.area,
          message.institution.code,
          personNo,
          body.ownNo,
          visitId,
          batchNo,
        ],
        ...[body.totalFen, body.accountFlag, medType, body.clrType, body.claim.insutype, body.invoiceNo],
        message.context.at,
      ],
    );
    if (rows.length === 0) return refuse('order-exists', { order: body.ownNo, batch: batchNo });
    const { person, figures } = shown.value;
    const hearers = [person, ...(await parentsOf(tx, cipher, person, message.context.today))];
    await writeNotices(
      tx,
      hearers.map(({ personNo: hearer, area }) => ({
        ...{ kind: 'order-to-pay' as const, personNo: hearer, area, otherNo: personNo },
        ...{ reference: `${orderId}:to-pay`, subjectKind: 'order' as const, subjectId: orderId },
        ...{ place: message.institution.name, at: message.context.at },
      })),
    );
    await notifyChanged(
      tx,
      hearers.map((each) => each.personNo),
    );
    return done({
      ...{ orderId, payToken: payToken(cipher, orderId), payUrl: `${publicUrl}/orders/${orderId}` },
      ...{ visitId, figures },
    });
  }

  const openOrders = async (tx: PoolClient, asked: readonly Asked<OrderName>[]) => {
    const orderIds = asked.map(({ body }) => body.orderId);
    await lockOrders(tx, orderIds);
    const orders = await readOrders(tx, cipher, orderIds);
    return asked.map(({ body, message }) => orderOf(orders, cipher, message.institution.code, body));
  };

  return {
    /** 6201. Refused: those of 2201, 2204 and 2206, `order-exists`. */
    uploadOrder: async (
      tx: PoolClient,
      asked: readonly Asked<OrderUpload>[],
    ): Promise<Result<UploadedOrder>[]> => {
      await lockVisits(
        tx,
        asked.map(({ body }) => body.visitId),
      );
      const results: Result<UploadedOrder>[] = [];
      for (const one of asked) {
        // A refused order leaves nothing behind, while the others of the batch stay.
        await tx.query('savepoint one_order');
        const result = await upload(tx, one);
        await tx.query(`${result.ok ? 'release' : 'rollback to'} savepoint one_order`);
        results.push(result);
      }
      return results;
    },

    /** 6401: with its detail. Refused: `order-unknown`, `patient-differs`, `order-not-open`. */
    withdrawOrder: async (tx: PoolClient, asked: readonly Asked<OrderName>[]): Promise<Result<object>[]> => {
      const orders = await openOrders(tx, asked);
      const taken = new Set<string>();
      const results = orders.map((order): Result<OnlineOrder> => {
        if (!order.ok) return order;
        const { state, orderId } = order.value;
        if (state !== 'waiting-for-payment' || taken.has(orderId))
          return notOpen({ state: taken.has(orderId) ? 'withdrawn' : state });
        taken.add(orderId);
        return order;
      });
      const withdrawn = results.flatMap((result, index) =>
        result.ok ? [{ order: result.value, asked: asked[index]! }] : [],
      );
      await tx.query(
        `update gongji.online_order o set withdrawn_at = n.at
         from unnest($1::text[], $2::timestamptz[]) as n (order_id, at) where o.order_id = n.order_id`,
        [
          withdrawn.map(({ order }) => order.orderId),
          withdrawn.map(({ asked: { message } }) => message.context.at.toISOString()),
        ],
      );
      // Lines that were withdrawn one by one before are no reason to keep the order.
      await works.withdrawLines(
        tx,
        withdrawn.map(({ order: { visitId, personNo, batchNo }, asked: { message } }) => ({
          message,
          body: { visitId, personNo, batchNo },
        })),
      );
      return results.map((result) => (result.ok ? done({}) : result));
    },

    /**
     * 6202: settles exactly what 6201 showed, on the one path of settlements, and notes that the institution is to be told.
     * Refused: `order-unknown`, `order-not-open`, `order-differs`, `order-outdated`, those of 2207.
     */
    payOrder: async (tx: PoolClient, asked: readonly Asked<OrderPayment>[]): Promise<Result<PaidOrder>[]> => {
      const orders = await openOrders(tx, asked);
      const batches = orders.flatMap((order) => (order.ok ? [order.value] : []));
      await lockVisits(
        tx,
        batches.map(({ visitId }) => visitId),
      );
      const totals = await batchTotals(tx, batches);
      const lastQuotes = await lastQuotesOf(tx, batches);
      const ready = orders.map((order, index): Result<OnlineOrder> => {
        if (!order.ok) return order;
        const { body } = asked[index]!;
        const { visitId, batchNo, state, totalFen, quoteId } = order.value;
        if (state !== 'waiting-for-payment') return notOpen(order.value);
        if (body.visitId !== '' && body.visitId !== visitId) {
          return refuse('order-differs', { what: '就诊 ID（mdtrtId）' });
        }
        if (body.batchNo !== '' && body.batchNo !== batchNo) {
          return refuse('order-differs', { what: '收费批次号（chrgBchno）' });
        }
        const key = batchKey(visitId, batchNo);
        const isAsShown = totals.get(key)?.bill.totalFen === totalFen && lastQuotes.get(key) === quoteId;
        return isAsShown ? order : refuse('order-outdated');
      });
      const going = ready.flatMap((order, index) =>
        order.ok ? [{ order: order.value, asked: asked[index]! }] : [],
      );
      const payments = going.map(({ order, asked: { message, body } }): Asked<BatchPayment> => {
        const { bill } = totals.get(batchKey(order.visitId, order.batchNo))!;
        const { totalFen, ...split } = bill;
        const { personNo, insutype, medType, clrType, accountFlag, visitId, batchNo, invoiceNo } = order;
        const outside = split.whollySelfPaidFen + split.overPriceLimitFen + split.preSelfPaidFen;
        return {
          message,
          body: {
            claim: { credential: body.credential, personNo, idNumber: '', name: '', insutype },
            ...{ totalFen, medType, accountFlag, visitId, batchNo, diseaseCode: '', insutype, invoiceNo },
            clrType,
            echoed: { ...split, inScopeFen: totalFen - outside },
          },
        };
      });
      const settled = payments.length === 0 ? [] : await works.settle(tx, payments);
      const outcomes = new Map(
        going.map(({ order, asked: one }, index): [Asked<OrderPayment>, Result<PaidOrder>] => {
          const outcome = settled[index]!;
          if (!outcome.ok) return [one, outdated.has(outcome.code) ? refuse('order-outdated') : outcome];
          const { settlementId, figures } = outcome.value;
          return [one, done({ order, figures, settlementId })];
        }),
      );
      await insertNotices(
        tx,
        going.flatMap(({ asked: { message } }, index) => {
          const outcome = outcomes.get(going[index]!.asked)!;
          return outcome.ok ? [{ orderId: outcome.value.order.orderId, message }] : [];
        }),
      );
      return asked.map((one, index) => outcomes.get(one) ?? (ready[index] as Refusal));
    },

    /** 6204: the rest was paid too. Refused: `order-unknown`, `order-not-open`, `order-differs`. */
    completeOrder: async (
      tx: PoolClient,
      asked: readonly Asked<OrderCompletion>[],
    ): Promise<Result<object>[]> => {
      const orders = await openOrders(tx, asked);
      const results = orders.map((order, index): Result<object> => {
        if (!order.ok) return order;
        const { figures, state } = order.value;
        const isPaid =
          state === 'insurance-paid' || state === 'settled-at-the-institution' || state === 'completed';
        if (!isPaid || !figures) return notOpen(order.value);
        const wrong = differs(asked[index]!.body, order.value, figures);
        return wrong ? refuse('order-differs', { what: wrong }) : done({});
      });
      const told = asked.filter((_, index) => results[index]!.ok);
      await tx.query(
        `update gongji.online_order o set completed_at = n.at, cash_channel = n.channel
         from unnest($1::text[], $2::timestamptz[], $3::text[]) as n (order_id, at, channel)
         where o.order_id = n.order_id and o.completed_at is null`,
        [
          told.map(({ body }) => body.orderId),
          told.map(({ message }) => message.context.at.toISOString()),
          told.map(({ body }) => body.cashChannel),
        ],
      );
      return results;
    },
  };
}

/** The last pre-settlement of each batch, by `batchKey`. */
async function lastQuotesOf(
  tx: PoolClient,
  batches: readonly { visitId: string; batchNo: string }[],
): Promise<Map<string, string>> {
  const { rows } = await tx.query<{ visitId: string; batchNo: string; quoteId: string }>(
    `select distinct on (visit_id, batch_no) visit_id as "visitId", batch_no as "batchNo", quote_id as "quoteId"
     from gongji.presettlement where (visit_id, batch_no) in (select * from unnest($1::text[], $2::text[]))
     order by visit_id, batch_no, presettlement_no desc`,
    [batches.map(({ visitId }) => visitId), batches.map(({ batchNo }) => batchNo)],
  );
  return new Map(rows.map((row) => [batchKey(row.visitId, row.batchNo), row.quoteId]));
}

function differs(told: OrderCompletion, order: OnlineOrder, figures: Figures): string | undefined {
  if (told.ownNo !== order.ownNo) return '医院订单号（medOrgOrd）';
  if (told.totalFen !== figures.totalFen) return '费用总金额（feeSumamt）';
  if (told.cashFen !== figures.cashFen) return '现金自付（ownPayAmt）';
  if (told.accountFen !== figures.ownAccountFen + figures.sharedFen) return '个人账户支付（psnAcctPay）';
  return told.fundFen === figures.fundFen ? undefined : '医保基金支付（fundPay）';
}
