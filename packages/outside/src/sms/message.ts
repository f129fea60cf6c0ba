// A short message as it is ordered and as the gateway keeps it.
import { z } from 'zod';

export const MessageBody = z.object({
  reference: z.string().min(1).max(100),
  phone: z.string().regex(/^1\d{10}$/),
  text: z.string().min(1).max(500),
});
export const SentMessage = MessageBody.extend({ messageNo: z.string(), sentAt: z.string() });
export type SentMessage = z.infer<typeof SentMessage>;
