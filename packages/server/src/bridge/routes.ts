// /api/bridge: tickets for the pages, and what a native shell does with them. A ticket is opened once, whatever comes of it.
import {
  BridgePayment,
  BridgePaymentBody,
  HostSignIn,
  HostSignInBody,
  SubscriptionBody,
  Ticket,
  TicketBody,
  TicketState,
} from '@gongji/contract';
import { refuse } from '@gongji/service';
import type { Context, Result } from '@gongji/service';
import type { Context as HonoContext, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { z } from 'zod';
import type { Environment } from '../edge/environment.ts';
import type { Parts } from '../edge/parts.ts';
import { requireWho } from '../edge/require-who.ts';
import { sendRefusal } from '../edge/refusal.ts';
import { photoLimitBytes, readPhotoForm } from '../photo/add-photo.ts';
import { setSessionCookie } from '../session/cookie.ts';
import { localPath } from '../sign-in/attempt.ts';
import { messagePage } from '../pages/message-page.ts';
import type { OpenedTicket, TicketKind } from './store.ts';

type Request = HonoContext<Environment>;

const base = '/api/bridge';
const frameBytes = 64 * 1024;
const ticketHeader = 'x-gongji-ticket';

const tooLate = messagePage({
  title: '登录没有完成',
  text: '这次登录已经用过，或者放得太久。请退出小程序，再进来一次。',
  link: { href: '/', label: '回到首页' },
});

async function read<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): Promise<Result<z.output<Schema>>> {
  const body: unknown = await request.req.json().catch(() => undefined);
  const parsed = schema.safeParse(body);
  return parsed.success ? { ok: true, value: parsed.data } : refuse('bad-request', { what: '内容不完整' });
}

/** What the holder of a ticket does is done as that person. */
const contextOf = (parts: Parts, { subjectNo, area }: OpenedTicket): Context => ({
  ...parts.clock.now(),
  actor: { kind: 'person', personNo: subjectNo, area },
  channel: 'web',
});

async function open(
  parts: Parts,
  request: Request,
  kind: TicketKind,
  ticket: string,
): Promise<Result<OpenedTicket>> {
  const at = parts.realNow();
  const address = request.env?.incoming?.socket.remoteAddress ?? 'unknown';
  if (!parts.limits.address.take(address, at)) return refuse('rate-limited');
  const opened = await parts.tickets.open(kind, ticket, at);
  return opened ? { ok: true, value: opened } : refuse('ticket-spent');
}

function pageRoutes(app: Hono<Environment>, parts: Parts): void {
  app.post(`${base}/tickets`, requireWho(parts, 'person', `${base}/tickets`), async (request) => {
    const { actor } = request.get('admitted');
    const body = await read(request, TicketBody);
    if (!body.ok) return sendRefusal(request, body);
    if (actor.kind !== 'person') return sendRefusal(request, refuse('not-allowed'));
    const holder = {
      subjectNo: actor.personNo,
      area: actor.area,
      ...(body.value.kind === 'pay' ? { paymentId: body.value.paymentId } : {}),
    };
    const issued = await parts.tickets.issue(body.value.kind, holder, parts.realNow());
    return request.json(Ticket.parse({ ...issued, expiresAt: issued.expiresAt.toISOString() }));
  });

  const one = `${base}/tickets/:ticketId`;
  app.get(one, requireWho(parts, 'person', one), async (request) => {
    const { actor } = request.get('admitted');
    const fate =
      actor.kind === 'person' && (await parts.tickets.find(request.req.param('ticketId'), actor.personNo));
    if (!fate) return sendRefusal(request, refuse('not-found'));
    const { photoId, usedAt, expiresAt } = fate;
    const state = usedAt ? 'used' : expiresAt > parts.realNow() ? 'waiting' : 'expired';
    const photo = photoId === null ? null : { photoId, url: `/api/photos/${photoId}` };
    return request.json(TicketState.parse({ state, photo }));
  });
}

function shellRoutes(app: Hono<Environment>, parts: Parts): void {
  app.post(`${base}/sign-ins`, async (request) => {
    request.set('route', `${base}/sign-ins`);
    const body = await read(request, HostSignInBody);
    if (!body.ok) return sendRefusal(request, body);
    const address = request.env?.incoming?.socket.remoteAddress ?? 'unknown';
    if (!parts.limits.address.take(address, parts.realNow())) {
      return sendRefusal(request, refuse('rate-limited'));
    }
    const found = await parts.hostIdentity(body.value.host, body.value.code);
    if (found.result === 'silent') {
      return sendRefusal(request, refuse('outside-unavailable', { system: '医保电子凭证' }));
    }
    const person = found.result === 'found' && (await parts.services.person.findByIdNumber(found.idNumber));
    if (!person) return sendRefusal(request, refuse('host-code-refused'));
    const holder = { subjectNo: person.personNo, area: person.area };
    const { ticket } = await parts.tickets.issue('session', holder, parts.realNow());
    return request.json(HostSignIn.parse({ ticket }));
  });

  app.get('/sign-in/ticket', async (request) => {
    request.set('route', '/sign-in/ticket');
    const opened = await open(parts, request, 'session', request.req.query('ticket') ?? '');
    if (!opened.ok) return request.html(tooLate, 403);
    const { subjectNo, area } = opened.value;
    const subject = { kind: 'person', subjectNo, area } as const;
    const token = await parts.sessions.begin(subject, parts.realNow(), parts.clock.now().at);
    setSessionCookie(request, token, parts.publicUrl.startsWith('https:'));
    return request.redirect(localPath(request.req.query('to')));
  });

  app.post(`${base}/payments`, async (request) => {
    request.set('route', `${base}/payments`);
    const body = await read(request, BridgePaymentBody);
    if (!body.ok) return sendRefusal(request, body);
    const opened = await open(parts, request, 'pay', body.value.ticket);
    if (!opened.ok) return sendRefusal(request, opened);
    const paymentId = opened.value.paymentId ?? '';
    const payment = await parts.services.premium.get(contextOf(parts, opened.value), paymentId);
    if (!payment.ok) return sendRefusal(request, payment);
    const { state, cashFen, coverageYear, member } = payment.value;
    if (state !== 'awaiting-cash') return sendRefusal(request, refuse('nothing-to-pay'));
    const wallet = await parts.wallet(paymentId, body.value.host);
    if (wallet === undefined) {
      return sendRefusal(request, refuse('outside-unavailable', { system: '支付渠道' }));
    }
    const subject = `${member.name} ${coverageYear} 年度城乡居民医保费差额`;
    return request.json(BridgePayment.parse({ amountFen: cashFen, subject, wallet }));
  });

  app.post(
    `${base}/photos`,
    bodyLimit({
      maxSize: photoLimitBytes + frameBytes,
      onError: (request) => sendRefusal(request, refuse('photo-too-large', undefined, 'photo')),
    }),
    async (request) => {
      request.set('route', `${base}/photos`);
      const opened = await open(parts, request, 'photo', request.req.header(ticketHeader) ?? '');
      if (!opened.ok) return sendRefusal(request, opened);
      const bytes = await readPhotoForm(request.req.raw);
      if (!bytes.ok) return sendRefusal(request, bytes);
      const photo = await parts.services.photo.add(contextOf(parts, opened.value), bytes.value);
      if (!photo.ok) return sendRefusal(request, photo);
      await parts.tickets.attachPhoto(opened.value.ticketId, photo.value.photoId);
      return request.json({});
    },
  );

  app.post(`${base}/subscriptions`, async (request) => {
    request.set('route', `${base}/subscriptions`);
    const body = await read(request, SubscriptionBody);
    if (!body.ok) return sendRefusal(request, body);
    const opened = await open(parts, request, 'subscribe', body.value.ticket);
    if (!opened.ok) return sendRefusal(request, opened);
    await parts.tickets.recordSubscriptions(opened.value, body.value, parts.realNow());
    const { host, answers } = body.value;
    const accepted = answers.filter((answer) => answer.accepted).length;
    if (host !== 'h5' && accepted > 0) {
      const { subjectNo: personNo, area } = opened.value;
      await parts.services.notice.permit({ personNo, area }, host, accepted);
    }
    return request.json({});
  });
}

/** Registered before the API's own "not found". */
export function bridgeRoutes(app: Hono<Environment>, parts: Parts): void {
  pageRoutes(app, parts);
  shellRoutes(app, parts);
}
