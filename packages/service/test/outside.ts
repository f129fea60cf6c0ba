// The tax bureau and the cash channel in memory, with the faults that a test asks for.
import type { CashChannelPort, DailyFilesPort, TaxBureauPort } from '../src/index.ts';

type Payment = Parameters<TaxBureauPort['pay']>[0];
type BureauFault = 'none' | 'refuse' | 'silent-after' | 'silent-before';

export interface FakeTaxBureau extends TaxBureauPort {
  /** What happens to the next payments. */
  fault: BureauFault;
  /** No inquiry is answered. */
  isDeaf: boolean;
  /** No assessment is answered. */
  isSilent: boolean;
  /** What was accepted, by reference. */
  readonly accepted: Map<string, Payment>;
  /** How often each reference was sent. */
  readonly sent: Map<string, number>;
  /** Amounts of areas that no policy records, by area, in fen. */
  readonly assessments: Map<string, number>;
}

export function fakeTaxBureau(): FakeTaxBureau {
  const refused = new Set<string>();
  const bureau: FakeTaxBureau = {
    fault: 'none',
    isDeaf: false,
    isSilent: false,
    accepted: new Map(),
    sent: new Map(),
    assessments: new Map([['340100', 41000]]),
    async assess(_idNumber, area) {
      if (bureau.isSilent) return { result: 'silent' };
      const amountFen = bureau.assessments.get(area);
      if (amountFen === undefined) return { result: 'none', reason: '没有核定数据' };
      return { result: 'assessed', amountFen, assessmentNo: 'A1' };
    },
    async pay(payment) {
      const { reference } = payment;
      bureau.sent.set(reference, (bureau.sent.get(reference) ?? 0) + 1);
      if (bureau.fault === 'silent-before') return { result: 'silent' };
      if (bureau.fault === 'refuse') refused.add(reference);
      else bureau.accepted.set(reference, payment);
      return bureau.fault === 'silent-after' ? { result: 'silent' } : stateOf(reference);
    },
    async query(reference) {
      if (bureau.isDeaf) return { result: 'silent' };
      const known = bureau.accepted.has(reference) || refused.has(reference);
      return known ? stateOf(reference) : { result: 'never-arrived' };
    },
  };
  const stateOf = (reference: string) =>
    bureau.accepted.has(reference)
      ? ({ result: 'accepted', taxReceiptNo: `TAX-${reference.slice(-6)}` } as const)
      : ({ result: 'refused', reason: '征收系统拒绝' } as const);
  return bureau;
}

type OrderState = 'waiting' | 'paid' | 'closed' | 'refunded';

export interface FakeCashChannel extends CashChannelPort {
  readonly orders: Map<string, { amountFen: number; state: OrderState }>;
  /** Which calls get no answer, though they are done. */
  silentCalls: Set<keyof CashChannelPort>;
  /** The person pays at the channel's page. */
  payOrder(reference: string): void;
  closeByPerson(reference: string): void;
}

export function fakeCashChannel(): FakeCashChannel {
  const orderOf = (reference: string) => {
    const order = channel.orders.get(reference);
    if (!order) throw new Error('no such order');
    return order;
  };
  const channel: FakeCashChannel = {
    orders: new Map(),
    silentCalls: new Set(),
    payOrder(reference) {
      orderOf(reference).state = 'paid';
    },
    closeByPerson(reference) {
      orderOf(reference).state = 'closed';
    },
    async createOrder({ reference, amountFen }) {
      if (!channel.orders.has(reference)) channel.orders.set(reference, { amountFen, state: 'waiting' });
      if (channel.silentCalls.has('createOrder')) return { result: 'silent' };
      return { result: 'created', payUrl: `http://localhost:7304/pay/${reference}` };
    },
    async queryOrder(reference) {
      if (channel.silentCalls.has('queryOrder')) return { result: 'silent' };
      return { result: channel.orders.get(reference)?.state ?? 'never-arrived' };
    },
    async refundOrder(reference) {
      const order = orderOf(reference);
      if (order.state === 'paid') order.state = 'refunded';
      if (channel.silentCalls.has('refundOrder')) return { result: 'silent' };
      if (order.state !== 'refunded') return { result: 'refused', reason: '没有支付' };
      return { result: 'refunded' };
    },
    async closeOrder(reference) {
      const order = orderOf(reference);
      if (order.state === 'waiting') order.state = 'closed';
      if (channel.silentCalls.has('closeOrder')) return { result: 'silent' };
      return { result: order.state === 'paid' ? 'paid' : 'closed' };
    },
  };
  return channel;
}

export interface FakeDailyFiles extends DailyFilesPort {
  /** Lines of the file of a source and day, as `tax/2024-10-15`, without header and total. */
  readonly lines: Map<string, string[]>;
}

/** Files of the lines that a test writes down; a day without lines is not ready. */
export function fakeDailyFiles(): FakeDailyFiles {
  const lines = new Map<string, string[]>();
  return {
    lines,
    async fetch(source, day) {
      const rows = lines.get(`${source}/${day}`);
      if (!rows) return { result: 'not-ready' };
      const totalFen = rows.reduce((sum, row) => sum + Number(row.split(',')[4]), 0);
      const header = 'reference,number,area,kind,amountFen,at';
      return {
        result: 'file',
        text: [header, ...rows, `TOTAL,${rows.length},,,${totalFen},`, ''].join('\n'),
      };
    },
  };
}
