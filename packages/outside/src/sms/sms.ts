// The SMS gateway: takes messages once per reference and shows them, for nobody's phone rings here.
import { shanghaiText } from '../clock.ts';
import type { Clock } from '../clock.ts';
import { createFaultList } from '../fault/fault-list.ts';
import { addFaultRoutes } from '../fault/fault-routes.ts';
import { reply, runWithBody } from '../fault/operation.ts';
import { createOutsideApp, listenerOf } from '../http/app.ts';
import { listen } from '../http/listen.ts';
import type { RunningPart } from '../http/listen.ts';
import { openJournal } from '../store/journal.ts';
import { inboxPage } from './inbox-page.ts';
import { MessageBody, SentMessage } from './message.ts';

export function startSms(options: {
  port: number;
  clock: Clock;
  dataDirectory: string | undefined;
}): Promise<RunningPart> {
  const journal = openJournal(options.dataDirectory, 'sms', SentMessage);
  const messages = new Map(journal.earlier.map((message) => [message.reference, message]));
  const faults = createFaultList({
    operations: ['messages'],
    mainOperations: ['messages'],
    byIdNumber: false,
  });
  const app = createOutsideApp('短信网关');
  addFaultRoutes(app, faults);

  app.post('/messages', (context) =>
    runWithBody(context, faults, MessageBody, {
      name: 'messages',
      act: (body) => {
        const earlier = messages.get(body.reference);
        if (earlier && (earlier.phone !== body.phone || earlier.text !== body.text)) {
          return reply({ reason: '这个流水号已经用于另一条短信，内容不同' }, 409);
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
      },
      refuse: () => reply({ reason: '运营商拒绝发送这条短信' }, 422),
    }),
  );

  app.get('/messages', (context) => {
    const phone = context.req.query('phone');
    const all = [...messages.values()];
    return context.json({ messages: phone ? all.filter((message) => message.phone === phone) : all });
  });
  app.get('/', (context) => context.html(inboxPage([...messages.values()].reverse())));

  return listen(options.port, () => listenerOf(app));
}
