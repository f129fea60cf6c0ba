// The calls about notices: a person's inbox, what a host may send, and the outbox with what was given up.
import type { LostMessages, NoticeCount, NoticeReadBody, Notices } from '@gongji/contract';
import type { Context } from '../kernel/context.ts';
import type { MessageHost } from '../kernel/ports.ts';
import type { Result } from '../kernel/result.ts';

export interface Waiting {
  /** Tried at least once and not taken yet. */
  waiting: number;
  /** Given up. */
  dead: number;
}

export interface NoticeService {
  /** The newest notices of the person, and how many are unread. */
  list(context: Context): Promise<Result<Notices>>;
  count(context: Context): Promise<Result<NoticeCount>>;
  /** Marks as read: those named, or all when none is named. */
  read(context: Context, body: NoticeReadBody): Promise<Result<NoticeCount>>;
  /** The person permitted a host so many messages more. */
  permit(person: { personNo: string; area: string }, host: MessageHost, permits: number): Promise<void>;
  /** Administrators: messages of the area that were given up, newest first. */
  lost(context: Context): Promise<Result<LostMessages>>;
  /** Administrators: tries one of them again from the beginning. Refused: `not-found`, `state-changed`. */
  sendAgain(
    context: Context,
    noticeId: string,
    way: string,
    key: string,
  ): Promise<Result<Record<string, never>>>;
  /** Sends what is due at `now`, in real time. Resolves with how many were tried. */
  sendDue(now: Date): Promise<number>;
  outbox(): Promise<Waiting>;
  /** Tells givers that a premium window has opened or closes soon, once each, by the business day. Resolves with how many. */
  tellWindows(context: Pick<Context, 'at' | 'today'>): Promise<number>;
}
