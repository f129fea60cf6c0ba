// The tax bureau: assesses the residents' premium, takes payments, and tells what became of one.
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { shanghaiText } from '../clock.ts';
import type { Clock } from '../clock.ts';
import { createFaultList } from '../fault/fault-list.ts';
import { addFaultRoutes } from '../fault/fault-routes.ts';
import { reply, run, runWithBody } from '../fault/operation.ts';
import type { Reply } from '../fault/operation.ts';
import { addDayFile } from '../file/day-file.ts';
import { createOutsideApp, listenerOf } from '../http/app.ts';
import { listen } from '../http/listen.ts';
import type { RunningPart } from '../http/listen.ts';
import { knownPeople } from '../people.ts';
import { assess } from './assessment.ts';
import { openPaymentBook, PaymentBody } from './payment-book.ts';
import type { PaymentAnswer } from './payment-book.ts';

const AssessmentBody = z.object({
  idNumber: z.string().min(1),
  area: z.string().regex(/^\d{6}$/),
  coverageYear: z.int().min(2000).max(2100),
});
type AssessmentBody = z.infer<typeof AssessmentBody>;

export function startTaxBureau(options: {
  port: number;
  clock: Clock;
  dataDirectory: string | undefined;
}): Promise<RunningPart> {
  const known = knownPeople();
  const book = openPaymentBook(options.dataDirectory);
  const faults = createFaultList({
    operations: ['payments', 'assessments', 'inquiries', 'files'],
    mainOperations: ['payments'],
    byIdNumber: true,
  });
  const app = createOutsideApp('税务局');
  addFaultRoutes(app, faults);

  const decide = (payment: PaymentBody): PaymentAnswer => {
    const { idNumber, area, coverageYear, amountFen } = payment;
    if (book.isPaid(idNumber, coverageYear)) return { state: 'refused', reason: '已缴费' };
    const assessment = assess(known.byIdNumber(idNumber), area, coverageYear);
    if (!assessment.ok) return { state: 'refused', reason: assessment.reason };
    if (assessment.amountFen !== amountFen) return { state: 'refused', reason: '金额与核定的应缴金额不符' };
    const taxReceiptNo = `TAX${coverageYear}${area}${String(book.nextSerial()).padStart(8, '0')}`;
    return { state: 'accepted', taxReceiptNo, acceptedAt: shanghaiText(options.clock()) };
  };
  const takePayment = (payment: PaymentBody, decideAnswer: () => PaymentAnswer): Reply => {
    const earlier = book.find(payment);
    if (earlier && !earlier.sameContent) {
      return reply({ reason: '这个流水号已经用于另一笔缴费，内容不同' }, 409);
    }
    if (earlier) return reply(earlier.answer);
    const answer = decideAnswer();
    book.record(payment, answer);
    return reply(answer);
  };

  app.post('/assessments', (context) =>
    runWithBody(context, faults, AssessmentBody, {
      name: 'assessments',
      act: (body) => {
        const assessment = assess(known.byIdNumber(body.idNumber), body.area, body.coverageYear);
        if (!assessment.ok) return reply({ reason: assessment.reason }, 404);
        return reply({ amountFen: assessment.amountFen, assessmentNo: assessmentNumber(body) });
      },
      refuse: () => reply({ reason: '税务系统暂不受理核定' }, 404),
    }),
  );

  app.post('/payments', (context) =>
    runWithBody(context, faults, PaymentBody, {
      name: 'payments',
      act: (payment) => takePayment(payment, () => decide(payment)),
      refuse: (payment) =>
        takePayment(payment, () => ({ state: 'refused', reason: '税务系统未受理这笔缴费' })),
    }),
  );

  app.get('/payments/:reference', (context) =>
    run(context, faults, context.req.param('reference'), {
      name: 'inquiries',
      act: (reference) => reply(book.inquire(reference) ?? { state: 'never-arrived' }),
      refuse: () => reply({ reason: '税务系统暂不提供查询' }, 503),
    }),
  );

  addDayFile(app, { faults, clock: options.clock, rows: () => book.accepted() });
  return listen(options.port, () => listenerOf(app));
}

/** The same question gets the same number. */
function assessmentNumber({ idNumber, area, coverageYear }: AssessmentBody): string {
  const digest = createHash('sha256').update(`${idNumber}:${area}:${coverageYear}`).digest('hex');
  return `HD${coverageYear}${area}${digest.slice(0, 10).toUpperCase()}`;
}
