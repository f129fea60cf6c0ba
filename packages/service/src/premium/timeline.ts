// How a payment stands and what happened to it, in words for the person.
import type { PremiumState, TimelineStep } from '@gongji/contract';
import { instantText } from '../kernel/instant.ts';
import { timelineActor } from '../kernel/timeline-actor.ts';
import type { HelpedPayload } from '../kernel/timeline-actor.ts';
import type { Queryable } from '../kernel/transact.ts';
import { yuanText } from '../usage/money-text.ts';
import type { Late } from './late.ts';
import type { Payment } from './payment.ts';
import type { PremiumEvent } from './states.ts';

const stateTexts: Record<PremiumState, string> = {
  'awaiting-cash': '等待现金补足差额',
  sending: '正在向税务部门缴费',
  unknown: '税务部门还没有回应，正在查询结果',
  paid: '缴费成功',
  returning: '缴费没有成功，正在退回款项',
  returned: '缴费没有成功，款项已全部退回',
};

const lateTexts: Record<Late, { state: string; next: string }> = {
  open: {
    state: '款项已退回；税务部门后来又确认收款，正在核对',
    next: '您的钱已经全部退回，没有少。退回之后，税务部门才确认收到了这一年度的缴费，经办机构正在和税务部门核对。请不要重新缴费；核对完，这里会写明结果。',
  },
  stands: {
    state: '款项已退回；税务部门已登记这一年度的缴费',
    next: '核对完了：税务部门登记的缴费有效，参保不受影响。这笔钱由医保基金承担，没有从您的账户扣，不用再缴。',
  },
  'given-back': {
    state: '缴费没有成功，款项已全部退回',
    next: '核对完了：税务部门已经撤销后来确认的那笔收款，这一年度还没有缴费。您的钱没有少；要参保，请重新缴费。',
  },
};

/** How it stands; `reason`: why the money goes back, in the words of the outside system. */
export function stateTextOf(
  { state, cancelRequested }: Payment,
  reason: string | null,
  late: Late | undefined,
): string {
  if (late && state === 'returned') return lateTexts[late].state;
  if (reason !== null) return `${stateTexts[state]}（${reason}）`;
  if (cancelRequested && state === 'returning') return '已取消，正在退回款项';
  if (cancelRequested && state === 'returned') return '已取消，没有扣钱';
  return stateTexts[state];
}

/** What the person can do or expect next. */
export function nextTextOf(payment: Payment, late: Late | undefined): string {
  switch (payment.state) {
    case 'awaiting-cash':
      if (payment.cancelRequested) return '正在取消这笔缴费，取消后账户里冻结的钱马上恢复可用。';
      return payment.cashPayUrl === null
        ? '支付渠道还没有回应，正在重新发起，请稍后刷新。账户里的钱只是冻结，没有扣除。'
        : `请打开支付页面付清差额 ${yuanText(payment.cashFen)}；也可以取消，取消后账户里冻结的钱马上恢复可用。`;
    case 'sending':
      return '请稍等，不用重复提交。';
    case 'unknown':
      return '不用重复提交，也不会重复扣钱。查到结果后会马上更新：已经收到就算缴费成功，没有收到就退回全部款项。';
    case 'paid':
      return payment.amountFen === 0 ? '按规定免缴，参保登记已完成，没有扣钱。' : '请保存好缴费凭证。';
    case 'returning':
      return payment.cashPaid
        ? '账户里冻结的钱已恢复可用，现金正在原路退回，不用做任何事。'
        : '账户里冻结的钱正在恢复可用，不用做任何事。';
    case 'returned':
      if (late) return lateTexts[late].next;
      return '钱没有少。如需缴费，请核对信息后重新办理。';
  }
}

interface ActionRow {
  at: Date;
  kind: string;
  actor: 'person' | 'system';
  payload: HelpedPayload & {
    heldFen?: number;
    cashFen?: number;
    cashPaidFen?: number;
    cashRefundedFen?: number;
  };
}

type ActionKind = PremiumEvent | 'begun' | 'cancel-requested';

const outsideKinds: ReadonlySet<string> = new Set<ActionKind>([
  'cash-paid',
  'cash-closed',
  'bureau-accepted',
  'bureau-refused',
  'never-arrived',
  'accepted-late',
]);

function textOf(kind: ActionKind, payload: ActionRow['payload'], reason: string | null): string {
  switch (kind) {
    case 'begun': {
      const held = payload.heldFen ? `个人账户冻结 ${yuanText(payload.heldFen)}` : '没有动用个人账户';
      return payload.cashFen
        ? `提交缴费，${held}，另需现金 ${yuanText(payload.cashFen)}。`
        : `提交缴费，${held}。`;
    }
    case 'cancel-requested':
      return '申请取消缴费。';
    case 'cash-paid':
      return `收到现金 ${yuanText(payload.cashPaidFen ?? 0)}。`;
    case 'cancelled':
      return payload.cashPaidFen
        ? '缴费已取消，已付的现金将原路退回，账户里冻结的钱已恢复可用。'
        : '缴费已取消，账户里冻结的钱已恢复可用。';
    case 'cash-closed':
      return '现金订单已关闭，没有付款，账户里冻结的钱已恢复可用。';
    case 'bureau-accepted':
      return '税务部门已收款并登记。';
    case 'bureau-refused':
      return `税务部门没有接受这笔缴费${reason ? `，原因：${reason}` : ''}。账户里冻结的钱已恢复可用。`;
    case 'bureau-silent':
      return '税务部门没有回应，正在查询，不会重复扣钱。';
    case 'never-arrived':
      return '税务部门确认没有收到这笔缴费。账户里冻结的钱已恢复可用。';
    case 'hold-gone':
      return '冻结已经到期或共济关系已经解除，没有向税务部门缴费，账户里冻结的钱已恢复可用。';
    case 'accepted-late':
      return '税务部门在款项退回之后才确认收款，账户里的钱没有动用。经办机构会与税务部门核对处理，请不要重复缴费。';
    case 'money-returned':
      return payload.cashRefundedFen
        ? `款项已全部退回，其中现金 ${yuanText(payload.cashRefundedFen)}原路退回。`
        : '款项已全部退回。';
  }
}

/** The timelines of these payments, the oldest step first. `reasonOf` opens why the money of a payment went back. */
export async function premiumTimelines(
  client: Queryable,
  payments: readonly Payment[],
  reasonOf: (payment: Payment) => string | null,
): Promise<Map<string, TimelineStep[]>> {
  const { rows } = await client.query<ActionRow & { subjectId: string }>(
    `select subject_id as "subjectId", at, kind, actor_kind as actor, payload from gongji.action
     where subject_kind = 'premium' and subject_id = any($1::text[]) order by subject_id, seq`,
    [payments.map((payment) => payment.paymentId)],
  );
  return new Map(
    payments.map((payment) => [
      payment.paymentId,
      rows
        .filter((row) => row.subjectId === payment.paymentId)
        .map((row) => ({
          at: instantText(row.at),
          kind: row.kind,
          text: textOf(row.kind as ActionKind, row.payload, reasonOf(payment)),
          actor: outsideKinds.has(row.kind) ? 'outside' : timelineActor(row.actor, row.payload),
        })),
    ]),
  );
}
