// Online orders as the patient sees them: what waits to be paid, what each would pay, and the confirmation on the phone.
import type { InstitutionMark, OnlineOrder, OnlineOrders } from '@gongji/contract';
import type { ServiceDeps } from '../deps.ts';
import type { OnceMessage } from '../hospital/answer.ts';
import { electronicCredential } from '../hospital/credential.ts';
import type { Desk } from '../hospital/desk.ts';
import type { HospitalWorks } from '../hospital/works.ts';
import type { Context } from '../kernel/context.ts';
import { instantText } from '../kernel/instant.ts';
import { done, refuse } from '../kernel/result.ts';
import type { Refusal, Result } from '../kernel/result.ts';
import { childrenOf } from '../relation/children.ts';
import type { ShownFigures } from '../settlement/adjudicate.ts';
import { orderStates, readOrders } from './order.ts';
import type { OnlineOrder as OrderRecord } from './order.ts';
import { payToken } from './token.ts';

type Deps = Pick<ServiceDeps, 'pool' | 'cipher'> & { desk: Pick<Desk<HospitalWorks>, 'run'> };

/** The newest orders that are listed. */
const mostListed = 50;
/** The transaction by which an order is paid. */
const payInfno = '6202';

/** What there is of an order besides what institutions are told. */
interface Shown {
  orderId: string;
  at: Date;
  validUntil: Date;
  figures: ShownFigures;
  institution: InstitutionMark & { state: string };
}

/** Whose orders the signed-in person sees: the own ones, and those of the children in the person's care. */
async function patientsOf({ pool, cipher }: Deps, personNo: string, today: string): Promise<string[]> {
  const children = await childrenOf(pool, cipher, personNo, today);
  return [personNo, ...children.map((child) => child.personNo)];
}

/** By id, the newest first; orders of others are left out. With `orderId` that one only. */
async function shownOrders(
  { pool }: Deps,
  patients: readonly string[],
  orderId: string | null,
): Promise<Map<string, Shown>> {
  const { rows } = await pool.query<Shown>(
    `select o.order_id as "orderId", o.at, q.valid_until as "validUntil", q.shown as figures,
       jsonb_build_object('code', i.code, 'name', i.name, 'kind', i.kind, 'level', i.level, 'area', i.area,
         'state', i.state) as institution
     from gongji.online_order o join gongji.till_quote q on q.quote_id = o.quote_id
     join gongji.institution i on i.code = o.institution_code
     where o.patient_no = any($1::text[]) and ($2::text is null or o.order_id = $2)
     order by o.at desc, o.order_id limit $3`,
    [patients, orderId, mostListed],
  );
  return new Map(rows.map((row) => [row.orderId, row]));
}

async function linesOf({ pool }: Deps, { visitId, batchNo }: OrderRecord): Promise<OnlineOrder['lines']> {
  const { rows } = await pool.query<{ name: string; fen: number }>(
    `select split -> 'item' ->> 'name' as name, total_fen as fen from gongji.visit_line
     where visit_id = $1 and batch_no = $2 and withdrawn_at is null order by line_id`,
    [visitId, batchNo],
  );
  return rows;
}

/** Before the payment what was shown, afterwards what was taken. */
function viewOf(
  { actor, at }: Context,
  order: OrderRecord,
  shown: Shown,
  lines: OnlineOrder['lines'],
): OnlineOrder {
  const { orderId, state, person, figures } = order;
  const { totalFen, fundFen, ownAccountFen, sharedFen, cashFen } = figures ?? shown.figures;
  const isWaiting = state === 'waiting-for-payment';
  const isOver = isWaiting && at > shown.validUntil;
  const { personNo, name } = person;
  return {
    orderId,
    state: isOver ? 'over' : state,
    stateText: isOver ? '已过期' : isWaiting ? '等您确认付款' : orderStates[state].name,
    isPayable: isWaiting && !isOver,
    payBefore: instantText(shown.validUntil),
    uploadedAt: instantText(shown.at),
    paidAt: order.paidAt && instantText(order.paidAt),
    patient: { personNo, name, isOwn: actor.kind === 'person' && actor.personNo === personNo },
    institutionName: shown.institution.name,
    ...{ totalFen, fundFen, ownAccountFen, sharedFen, cashFen, lines },
  };
}

/** Refused: `not-allowed`. */
export async function listMyOrders(deps: Deps, context: Context): Promise<Result<OnlineOrders>> {
  const { actor, today } = context;
  if (actor.kind !== 'person') return refuse('not-allowed');
  const shown = await shownOrders(deps, await patientsOf(deps, actor.personNo, today), null);
  const orders = await readOrders(deps.pool, deps.cipher, [...shown.keys()]);
  return done({
    items: [...shown.values()].map((one) => viewOf(context, orders.get(one.orderId)!, one, [])),
  });
}

async function openMine(
  deps: Deps,
  { actor, today }: Context,
  orderId: string,
): Promise<Result<{ order: OrderRecord; shown: Shown }>> {
  if (actor.kind !== 'person') return refuse('not-allowed');
  const shown = await shownOrders(deps, await patientsOf(deps, actor.personNo, today), orderId);
  const found = shown.get(orderId);
  const order = found && (await readOrders(deps.pool, deps.cipher, [orderId])).get(orderId);
  return found && order ? done({ order, shown: found }) : refuse('not-found');
}

/** Refused: `not-allowed`, `not-found` for somebody else's. */
export async function getMyOrder(
  deps: Deps,
  context: Context,
  orderId: string,
): Promise<Result<OnlineOrder>> {
  const mine = await openMine(deps, context, orderId);
  if (!mine.ok) return mine;
  const { order, shown } = mine.value;
  return done(viewOf(context, order, shown, await linesOf(deps, order)));
}

/** Why a payment was refused, in words for the patient instead of the cashier. */
const forPatient = ({ code, details }: Refusal): Refusal =>
  code === 'order-not-open' ? refuse('my-order-closed', details) : refuse('my-order-changed');

/**
 * Pays what was shown, as 6202 does by the credential that the patient shows: the order is settled once, however often this is
 * asked, since the order's own id is the id of the message. Refused: those of `getMyOrder`, `my-order-closed`,
 * `my-order-changed`.
 */
export async function payMyOrder(
  deps: Deps,
  context: Context,
  orderId: string,
): Promise<Result<OnlineOrder>> {
  const { cipher, desk } = deps;
  const mine = await openMine(deps, context, orderId);
  if (!mine.ok) return mine;
  const { institution } = mine.value.shown;
  if (institution.state !== 'open') return refuse('my-order-changed');
  const { personNo } = mine.value.order;
  const { code, name, kind, level, area } = institution;
  const message: OnceMessage = {
    context,
    institution: { code, name, kind, level, area },
    msgid: orderId,
    infno: payInfno,
    content: orderId,
    asked: JSON.stringify({ data: { payOrdId: orderId, orgCodg: code }, confirmed: '患者在手机上确认' }),
    begunMs: performance.now(),
  };
  const { credential } = electronicCredential(cipher, personNo, context.at);
  let refused: Refusal | undefined;
  await desk.run(
    'payOrder',
    message,
    {
      ...{ orderId, payToken: payToken(cipher, orderId), visitId: '', batchNo: '' },
      credential: { kind: 'electronic', number: credential },
    },
    {
      done: ({ settlementId }) => {
        const output = JSON.stringify({ settlementId });
        return { ok: true, output, masked: output };
      },
      stored: (output) => ({ ok: true, output, masked: output }),
      refused(refusal) {
        refused = refusal;
        return { ok: false, message: refusal.code, masked: refusal.code };
      },
    },
  );
  if (refused) return forPatient(refused);
  return getMyOrder(deps, context, orderId);
}
