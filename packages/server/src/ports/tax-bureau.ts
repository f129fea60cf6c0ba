// Tax bureau over HTTP: assessments, payments, and the state of a payment sent earlier.
import type { Ports } from '@gongji/service';
import { z } from 'zod';
import { createCall } from './call.ts';
import type { CallLog } from './call.ts';

const Assessment = z.object({ amountFen: z.int().min(0), assessmentNo: z.string() });
const NoAssessment = z.object({ reason: z.string() });
const Accepted = z.object({ state: z.literal('accepted'), taxReceiptNo: z.string() });
const Refused = z.object({ state: z.literal('refused'), reason: z.string() });
const PaymentAnswer = z.discriminatedUnion('state', [Accepted, Refused]);
const QueryAnswer = z.discriminatedUnion('state', [
  Accepted,
  Refused,
  z.object({ state: z.literal('never-arrived') }),
]);

function paymentResult(body: z.infer<typeof PaymentAnswer>) {
  return body.state === 'accepted'
    ? ({ result: 'accepted', taxReceiptNo: body.taxReceiptNo } as const)
    : ({ result: 'refused', reason: body.reason } as const);
}

export function taxBureauOverHttp(baseUrl: string, log: CallLog): Ports['taxBureau'] {
  const call = createCall('tax-bureau', baseUrl, log);
  return {
    async assess(idNumber, area, coverageYear) {
      const answer = await call({
        method: 'POST',
        path: '/assessments',
        body: { idNumber, area, coverageYear },
        answers: { 200: Assessment, 404: NoAssessment },
      });
      if (answer.result === 'silent') return answer;
      return answer.status === 200
        ? { result: 'assessed', amountFen: answer.body.amountFen, assessmentNo: answer.body.assessmentNo }
        : { result: 'none', reason: answer.body.reason };
    },
    async pay(payment) {
      const answer = await call({
        method: 'POST',
        path: '/payments',
        body: payment,
        answers: { 200: PaymentAnswer },
      });
      return answer.result === 'silent' ? answer : paymentResult(answer.body);
    },
    async query(reference) {
      const answer = await call({
        method: 'GET',
        path: `/payments/${encodeURIComponent(reference)}`,
        answers: { 200: QueryAnswer, 404: QueryAnswer },
      });
      if (answer.result === 'silent') return answer;
      if (answer.body.state === 'never-arrived') return { result: 'never-arrived' };
      return paymentResult(answer.body);
    },
  };
}
