// The cash channel's book of orders: opened once per reference, and moved only along the edges of one table.
import { z } from 'zod';
import { shanghaiText } from '../clock.ts';
import type { Clock } from '../clock.ts';
import type { FileRow } from '../file/day-file.ts';
import { openJournal } from '../store/journal.ts';

export const OrderBody = z.object({
  reference: z.string().min(1).max(100),
  amountFen: z.int().min(1),
  subject: z.string().min(1).max(200),
  returnUrl: z.url({ protocol: /^https?$/ }),
  /** The sub-account that the money is for. */
  area: z
    .string()
    .regex(/^\d{6}$/)
    .optional(),
});
export type OrderBody = z.infer<typeof OrderBody>;

const OrderState = z.enum(['waiting', 'paid', 'closed', 'refunded']);
export type OrderState = z.infer<typeof OrderState>;

export interface Order extends OrderBody {
  orderNo: string;
  state: OrderState;
}

const Entry = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('opened'), orderNo: z.string(), order: OrderBody }),
  z.object({ kind: z.literal('moved'), reference: z.string(), state: OrderState, at: z.string().optional() }),
]);
type Entry = z.infer<typeof Entry>;

/** From each state, the states that an order may move to. */
const edges: Record<OrderState, readonly OrderState[]> = {
  waiting: ['paid', 'closed'],
  paid: ['refunded'],
  closed: [],
  refunded: [],
};

export interface OrderBook {
  byReference(reference: string): Order | undefined;
  byNumber(orderNo: string): Order | undefined;
  open(body: OrderBody): { ok: true; order: Order } | { ok: false; reason: string };
  /** Moves the order; already there counts as moved. False when no edge leads there. */
  move(order: Order, state: OrderState): boolean;
  /** Every payment and refund, in the order in which they happened. */
  moved(): FileRow[];
}

/** The sub-account of orders that name none. */
const noArea = '000000';

export function openOrderBook(directory: string | undefined, clock: Clock): OrderBook {
  const journal = openJournal(directory, 'cash-channel', Entry);
  const byReference = new Map<string, Order>();
  const byNumber = new Map<string, Order>();
  const moved: FileRow[] = [];
  const apply = (entry: Entry) => {
    if (entry.kind === 'moved') {
      const { reference, state, at } = entry;
      const order = byReference.get(reference);
      if (!order) return;
      order.state = state;
      if (at === undefined || (state !== 'paid' && state !== 'refunded')) return;
      const { orderNo: number, amountFen, area = noArea } = order;
      moved.push({ reference, number, area, kind: state, amountFen, at });
      return;
    }
    const order: Order = { ...entry.order, orderNo: entry.orderNo, state: 'waiting' };
    byReference.set(order.reference, order);
    byNumber.set(order.orderNo, order);
  };
  const write = (entry: Entry) => {
    journal.append(entry);
    apply(entry);
  };
  journal.earlier.forEach(apply);

  return {
    byReference: (reference) => byReference.get(reference),
    byNumber: (orderNo) => byNumber.get(orderNo),
    open(body) {
      const earlier = byReference.get(body.reference);
      if (!earlier) {
        const orderNo = `PAY${String(byReference.size + 1).padStart(8, '0')}`;
        write({ kind: 'opened', orderNo, order: body });
      } else if (!isSameContent(earlier, body)) {
        return { ok: false, reason: '这个流水号已经用于另一笔订单，内容不同' };
      }
      const order = byReference.get(body.reference);
      if (!order) throw new Error('an order that was just opened is not in the book');
      return { ok: true, order };
    },
    move(order, state) {
      if (order.state === state) return true;
      if (!edges[order.state].includes(state)) return false;
      write({ kind: 'moved', reference: order.reference, state, at: shanghaiText(clock()) });
      return true;
    },
    moved: () => [...moved],
  };
}

const isSameContent = (one: OrderBody, other: OrderBody) =>
  one.amountFen === other.amountFen && one.subject === other.subject && one.returnUrl === other.returnUrl;
