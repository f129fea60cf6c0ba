// The message gateway: takes text and subscription messages once per reference and shows them; nobody's phone rings here.
import { shanghaiText } from '../clock.ts';
import type { Clock } from '../clock.ts';
import { createFaultList } from '../fault/fault-list.ts';
import { addFaultRoutes } from '../fault/fault-routes.ts';
import { reply, runWithBody } from '../fault/operation.ts';
import { createOutsideApp, listenerOf } from '../http/app.ts';
import { listen } from '../http/listen.ts';
import type { z } from 'zod';
import type { RunningPart } from '../http/listen.ts';
import { openJournal } from '../store/journal.ts';
import { inboxPage } from './inbox-page.ts';
import { HostMessageBody, MessageBody, SentMessage } from './message.ts';

const receiverOf = (message: { phone: string } | { host: string; personNo: string }): string =>
  'phone' in message ? message.phone : `${message.host}:${message.personNo}`;

export function startSms(options: {
  port: number;
  clock: Clock;
  dataDirectory: string | undefined;
}): Promise<RunningPart> {
  const journal = openJournal(options.dataDirectory, 'sms', SentMessage);
  const messages = new Map(journal.earlier.map((message) => [message.reference, message]));
  const faults = createFaultList({
    operations: ['messages', 'host-messages'],
    mainOperations: ['messages'],
    byIdNumber: false,
  });
  const app = createOutsideApp('短信网关');
  addFaultRoutes(app, faults);

  function send(body: z.output<typeof MessageBody> | z.output<typeof HostMessageBody>) {
    const earlier = messages.get(body.reference);
    if (earlier && (receiverOf(earlier) !== receiverOf(body) || earlier.text !== body.text)) {
      return reply({ reason: '这个流水号已经用于另一条消息，内容不同' }, 409);
    }
    const message = earlier ?? {
      ...body,
      messageNo: `SMS${String(messages.size + 1).padStart(8, '0')}`,
      sentAt: shanghaiText(options.clock()),
    };
    if (!earlier) {
      journal.append(message);
      messages.set(message.reference, message);
    }
    return reply({ state: 'sent', messageNo: message.messageNo });
  }

  app.post('/messages', (context) =>
    runWithBody(context, faults, MessageBody, {
      name: 'messages',
      act: send,
      refuse: () => reply({ reason: '运营商拒绝发送这条短信' }, 422),
    }),
  );
  app.post('/host-messages', (context) =>
    runWithBody(context, faults, HostMessageBody, {
      name: 'host-messages',
      act: send,
      refuse: () => reply({ reason: '用户没有订阅，或者订阅次数用完了' }, 422),
    }),
  );

  app.get('/messages', (context) => {
    const phone = context.req.query('phone');
    const all = [...messages.values()];
    return context.json({ messages: phone ? all.filter((message) => receiverOf(message) === phone) : all });
  });
  app.get('/', (context) => context.html(inboxPage([...messages.values()].reverse())));

  return listen(options.port, () => listenerOf(app));
}
