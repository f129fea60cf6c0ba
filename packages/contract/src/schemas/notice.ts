// Notices: a person's inbox, messages through a host, and what administrators see of the outbox.
import { z } from 'zod';
import { InstantText } from './common.ts';

export const Notice = z.object({
  noticeId: z.string(),
  at: InstantText,
  title: z.string(),
  text: z.string(),
  isRead: z.boolean(),
  /** The receiver has something to do. */
  isAsking: z.boolean(),
  /** What it is about; the page of it is opened. */
  subject: z.object({
    kind: z.enum([
      'application',
      'relation',
      'settlement',
      'usage',
      'premium',
      'order',
      'window',
      'family-account',
      'delegation',
    ]),
    id: z.string(),
  }),
});
export type Notice = z.infer<typeof Notice>;

export const NoticeCount = z.object({ unread: z.int() });
export type NoticeCount = z.infer<typeof NoticeCount>;

/** The newest first; older ones than the newest 200 are not listed. */
export const Notices = NoticeCount.extend({ items: z.array(Notice) });
export type Notices = z.infer<typeof Notices>;

/** Those to mark as read; none named: all. */
export const NoticeReadBody = z.object({ noticeIds: z.array(z.string()).max(200) });
export type NoticeReadBody = z.infer<typeof NoticeReadBody>;

/** Messages of the area that were given up. */
export const LostMessages = z.object({
  /** Not taken yet, and still tried. */
  waiting: z.int(),
  lost: z.int(),
  items: z.array(
    z.object({
      noticeId: z.string(),
      way: z.enum(['sms', 'wechat', 'alipay']),
      personNo: z.string(),
      title: z.string(),
      attempts: z.int(),
      failure: z.enum(['no-answer', 'refused', 'no-phone', 'no-permit']),
      writtenAt: InstantText,
      endedAt: InstantText,
    }),
  ),
});
export type LostMessages = z.infer<typeof LostMessages>;
