// A short message as it is ordered and as the gateway keeps it.
import { z } from 'zod';

export const MessageBody = z.object({
  reference: z.string().min(1).max(100),
  phone: z.string().regex(/^1\d{10}$/),
  text: z.string().min(1).max(500),
});
/** Through the host of a mini-program, to the person who signed in through it. */
export const HostMessageBody = MessageBody.omit({ phone: true }).extend({
  host: z.enum(['wechat', 'alipay']),
  personNo: z.string().min(1).max(100),
});
export const SentMessage = z.intersection(
  z.union([MessageBody, HostMessageBody]),
  z.object({ messageNo: z.string(), sentAt: z.string() }),
);
export type SentMessage = z.infer<typeof SentMessage>;
