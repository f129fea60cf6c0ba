// A hospital's software: takes the notices that an online order was paid (6302), once for each order, and shows them.
import { sampleWorld } from '@gongji/sample';
import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { shanghaiText } from '../clock.ts';
import type { Clock } from '../clock.ts';
import { createFaultList } from '../fault/fault-list.ts';
import { addFaultRoutes } from '../fault/fault-routes.ts';
import { reply, runWithBody } from '../fault/operation.ts';
import { createOutsideApp, listenerOf } from '../http/app.ts';
import { listen } from '../http/listen.ts';
import type { RunningPart } from '../http/listen.ts';
import { openJournal } from '../store/journal.ts';
import { noticesPage } from './notices-page.ts';

/** Only what the software books; whatever else is sent is passed over. */
const NoticeData = z.looseObject({
  payOrdId: z.string().min(1),
  callType: z.literal('02'),
  medOrgOrd: z.string().min(1),
  traceTime: z.string(),
  feeSumamt: z.number(),
  ownpayAmt: z.number(),
  psnAcctPay: z.number(),
  fundPay: z.number(),
  hiDocSn: z.string(),
  setlType: z.enum(['ALL', 'CASH', 'HI']),
});
const NoticeBody = z.looseObject({
  infno: z.literal('6302'),
  msgid: z.string().min(1).max(30),
  fixmedins_code: z.string().length(12),
  input: z.looseObject({ data: NoticeData }),
});
const BookedNotice = z.object({
  institutionCode: z.string(),
  msgid: z.string(),
  receivedAt: z.string(),
  data: NoticeData,
});
type BookedNotice = z.infer<typeof BookedNotice>;

const mark = ({ institutionCode, data }: Pick<BookedNotice, 'institutionCode' | 'data'>): string =>
  `${institutionCode}/${data.payOrdId}/${data.callType}`;

/** One sentence about what is wrong with the headers of the interface; undefined when nothing is. */
function signatureProblem(header: (name: string) => string | undefined): string | undefined {
  const names = ['_api_access_key', '_api_name', '_api_timestamp', '_api_version'];
  const institution = sampleWorld().institutions.find(
    ({ accessKey }) => accessKey === header('_api_access_key'),
  );
  if (!institution) return '非法用户!';
  const text = names.map((name) => `${name}=${header(name) ?? ''}`).join('&');
  const expected = createHmac('sha1', institution.secret).update(text).digest('base64');
  return header('_api_name') === '6302' && header('_api_signature') === expected ? undefined : '签名不一致!';
}

export function startHospital(options: {
  port: number;
  clock: Clock;
  dataDirectory: string | undefined;
}): Promise<RunningPart> {
  const journal = openJournal(options.dataDirectory, 'hospital', BookedNotice);
  const booked = new Map(journal.earlier.map((notice) => [mark(notice), notice]));
  const faults = createFaultList({ operations: ['notices'], mainOperations: ['notices'], byIdNumber: false });
  const app = createOutsideApp('医院信息系统');
  addFaultRoutes(app, faults);

  const answer = (success: boolean, message: string) =>
    reply({
      infcode: success ? 0 : -1,
      inf_refmsgid: '',
      refmsg_time: '',
      respond_time: '',
      err_msg: success ? '' : message,
      output: { data: { success, message } },
    });

  app.post('/', (context) => {
    const problem = signatureProblem((name) => context.req.header(name));
    if (problem !== undefined) return context.json({ code: 401, message: problem }, 401);
    return runWithBody(context, faults, NoticeBody, {
      name: 'notices',
      act: ({ msgid, fixmedins_code: institutionCode, input: { data } }) => {
        const notice = { institutionCode, msgid, receivedAt: shanghaiText(options.clock()), data };
        if (booked.has(mark(notice))) return answer(true, '已经入账，不重复入账');
        journal.append(notice);
        booked.set(mark(notice), notice);
        return answer(true, '已入账');
      },
      refuse: () => answer(false, '院内系统暂时不能入账'),
    });
  });
  app.get('/notices', (context) => context.json({ notices: [...booked.values()] }));
  app.get('/', (context) => context.html(noticesPage([...booked.values()].reverse())));
  return listen(options.port, () => listenerOf(app));
}
