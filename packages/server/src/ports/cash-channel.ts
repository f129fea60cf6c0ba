// Cash payment channel over HTTP: orders, their state, refund and closing.
import type { Ports } from '@gongji/service';
import { z } from 'zod';
import { createCall } from './call.ts';
import type { CallLog } from './call.ts';

const Created = z.object({ orderNo: z.string(), payUrl: z.url() });
const OrderState = z.object({
  state: z.enum(['waiting', 'paid', 'closed', 'refunded', 'never-arrived']),
});
const Refunded = z.object({ state: z.literal('refunded') });
const RefundRefused = z.object({ reason: z.string() });
const CloseAnswer = z.object({ state: z.enum(['closed', 'paid']) });

export function cashChannelOverHttp(baseUrl: string, log: CallLog): Ports['cashChannel'] {
  const call = createCall('cash-channel', baseUrl, log);
  const orderPath = (reference: string, act = '') => `/orders/${encodeURIComponent(reference)}${act}`;
  return {
    async createOrder(order) {
      const answer = await call({ method: 'POST', path: '/orders', body: order, answers: { 200: Created } });
      return answer.result === 'silent' ? answer : { result: 'created', payUrl: answer.body.payUrl };
    },
    async queryOrder(reference) {
      const answer = await call({
        method: 'GET',
        path: orderPath(reference),
        answers: { 200: OrderState, 404: OrderState },
      });
      return answer.result === 'silent' ? answer : { result: answer.body.state };
    },
    async refundOrder(reference) {
      const answer = await call({
        method: 'POST',
        path: orderPath(reference, '/refund'),
        body: {},
        answers: { 200: Refunded, 404: RefundRefused, 409: RefundRefused, 422: RefundRefused },
      });
      if (answer.result === 'silent') return answer;
      return answer.status === 200
        ? { result: 'refunded' }
        : { result: 'refused', reason: answer.body.reason };
    },
    async closeOrder(reference) {
      const answer = await call({
        method: 'POST',
        path: orderPath(reference, '/close'),
        body: {},
        answers: { 200: CloseAnswer, 409: CloseAnswer },
      });
      return answer.result === 'silent' ? answer : { result: answer.body.state };
    },
  };
}
