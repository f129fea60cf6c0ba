// The bridge between the citizen pages and a native shell. A ticket says what may be done once; results come from the server.
import { z } from 'zod';
import { Photo } from './application.ts';
import { Fen, InstantText } from './common.ts';

export const BridgeHost = z.enum(['wechat', 'alipay', 'h5']);
export type BridgeHost = z.infer<typeof BridgeHost>;

/** What the pages ask a ticket for; `pay` names the payment whose shortfall is to be paid. */
export const TicketBody = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('pay'), paymentId: z.string().min(1).max(80) }),
  z.object({ kind: z.literal('photo') }),
  z.object({ kind: z.literal('subscribe') }),
]);
export type TicketBody = z.infer<typeof TicketBody>;

export const Ticket = z.object({
  /** Names the ticket for asking after it; opens nothing. */
  ticketId: z.string(),
  /** The secret that opens it, once. */
  ticket: z.string(),
  expiresAt: InstantText,
});
export type Ticket = z.infer<typeof Ticket>;

/** What became of a ticket, for the person who asked for it. */
export const TicketState = z.object({
  state: z.enum(['waiting', 'used', 'expired']),
  photo: Photo.pick({ photoId: true, url: true }).nullable(),
});
export type TicketState = z.infer<typeof TicketState>;

/** The host's own one-time code of its signed-in user. */
export const HostSignInBody = z.object({ host: BridgeHost, code: z.string().min(1).max(400) });
/** A ticket for `/sign-in/ticket?ticket=…`. */
export const HostSignIn = z.object({ ticket: z.string() });

export const TicketOnly = z.object({ ticket: z.string().min(1).max(200) });
export const BridgePaymentBody = TicketOnly.extend({ host: BridgeHost });
/** What the host's own cashier needs, made by the payment channel; the amount (fen) and subject are shown before. */
export const BridgePayment = z.object({
  amountFen: Fen,
  subject: z.string(),
  wallet: z.record(z.string(), z.string()),
});
export type BridgePayment = z.infer<typeof BridgePayment>;

export const SubscriptionBody = BridgePaymentBody.extend({
  answers: z.array(z.object({ template: z.string().min(1).max(100), accepted: z.boolean() })).max(20),
});
