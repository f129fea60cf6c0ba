// Tickets of the bridge: random, kept only as a hash, opened once before they run out.
import { randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import { hashToken } from '../session/store.ts';

export type TicketKind = 'session' | 'pay' | 'photo' | 'subscribe';

/** How long a ticket can be opened, in ms: a sign-in is opened at once, the others by a person who pays or photographs. */
const validMs: Record<TicketKind, number> = {
  session: 60_000,
  pay: 10 * 60_000,
  photo: 10 * 60_000,
  subscribe: 10 * 60_000,
};

interface Holder {
  subjectNo: string;
  area: string;
}

export interface OpenedTicket extends Holder {
  ticketId: string;
  paymentId: string | null;
}

interface Fate {
  usedAt: Date | null;
  expiresAt: Date;
  photoId: string | null;
}

interface SubscriptionAnswers {
  host: string;
  answers: readonly { template: string; accepted: boolean }[];
}

export interface TicketStore {
  issue(
    kind: TicketKind,
    holder: Holder & { paymentId?: string },
    at: Date,
  ): Promise<{ ticketId: string; ticket: string; expiresAt: Date }>;
  /** Opens a ticket for good; undefined when it is unknown, of another kind, used or run out. */
  open(kind: TicketKind, ticket: string, at: Date): Promise<OpenedTicket | undefined>;
  /** Ties the photo that came in to its ticket. */
  attachPhoto(ticketId: string, photoId: string): Promise<void>;
  /** For the holder only. */
  find(ticketId: string, subjectNo: string): Promise<Fate | undefined>;
  /** Keeps what the person answered to the host. */
  recordSubscriptions(holder: Holder, given: SubscriptionAnswers, at: Date): Promise<void>;
}

export function createTicketStore(pool: Pool): TicketStore {
  return {
    async issue(kind, { subjectNo, area, paymentId }, at) {
      const ticketId = `btk_${randomBytes(12).toString('hex')}`;
      const ticket = randomBytes(32).toString('base64url');
      const expiresAt = new Date(at.getTime() + validMs[kind]);
      await pool.query(
        `insert into edge.bridge_ticket (ticket_id, ticket_hash, area, kind, subject_no, payment_id, made_at, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [ticketId, hashToken(ticket), area, kind, subjectNo, paymentId ?? null, at, expiresAt],
      );
      return { ticketId, ticket, expiresAt };
    },
    async open(kind, ticket, at) {
      const { rows } = await pool.query<OpenedTicket>(
        `update edge.bridge_ticket set used_at = $3
         where ticket_hash = $1 and kind = $2 and used_at is null and expires_at > $3
         returning ticket_id as "ticketId", subject_no as "subjectNo", area, payment_id as "paymentId"`,
        [hashToken(ticket), kind, at],
      );
      return rows[0];
    },
    async attachPhoto(ticketId, photoId) {
      await pool.query('update edge.bridge_ticket set photo_id = $2 where ticket_id = $1', [
        ticketId,
        photoId,
      ]);
    },
    async find(ticketId, subjectNo) {
      const { rows } = await pool.query<Fate>(
        `select used_at as "usedAt", expires_at as "expiresAt", photo_id as "photoId"
         from edge.bridge_ticket where ticket_id = $1 and subject_no = $2`,
        [ticketId, subjectNo],
      );
      return rows[0];
    },
    async recordSubscriptions({ subjectNo, area }, { host, answers }, at) {
      await pool.query(
        `insert into edge.subscription_answer (area, person_no, host, template, accepted, at)
         select $1, $2, $3, a.template, a.accepted, $6 from unnest($4::text[], $5::boolean[]) as a (template, accepted)`,
        [area, subjectNo, host, answers.map((one) => one.template), answers.map((one) => one.accepted), at],
      );
    },
  };
}
