// Decides who asks, whether this person, staff member or institution may, and whether not too often.
import { mayDo, rights } from '@gongji/contract';
import type { EndpointName, Right } from '@gongji/contract';
import { done, refuse } from '@gongji/service';
import type { Actor, Result } from '@gongji/service';
import type { Context as HonoContext } from 'hono';
import { sessionToken } from '../session/cookie.ts';
import { hashToken } from '../session/store.ts';
import type { SessionSubject } from '../session/store.ts';
import { checkSignature, readSignedHeaders } from '../till/signature.ts';
import type { Environment } from './environment.ts';
import type { Parts } from './parts.ts';
import { isSameOrigin } from './same-origin.ts';

/** Who may call: staff by a right; a till is a cashier's session or an institution's signed request. */
export type Who = 'anyone' | 'signed-in' | 'person' | 'till' | Right;

export const isRight = (who: Who): who is Right => who in rights;

export interface Admitted {
  actor: Actor;
  /** Recorded with every action. */
  channel: 'web' | 'staff' | 'till' | 'interface';
}

const visitor: Admitted = { actor: { kind: 'system', name: 'visitor' }, channel: 'web' };

/** The actor behind a session; undefined when the staff member is no longer one. */
async function actorOf(parts: Parts, subject: SessionSubject): Promise<Actor | undefined> {
  if (subject.kind === 'person') {
    return { kind: 'person', personNo: subject.subjectNo, area: subject.area };
  }
  const staff = await parts.services.person.staff(subject.subjectNo);
  if (!staff) return undefined;
  const { staffNo, role, area, institution } = staff;
  return { kind: 'staff', staffNo, role, area, institutionCode: institution?.code ?? null };
}

/** The session behind the request's cookie, counted against its limit; `rate-limited` when used up. */
export async function currentSession(
  parts: Parts,
  request: HonoContext<Environment>,
): Promise<Result<{ token: string; subject: SessionSubject } | undefined>> {
  const at = parts.realNow();
  const token = sessionToken(request);
  const subject = token === undefined ? undefined : await parts.sessions.find(token, at);
  if (token !== undefined && subject) {
    const key = hashToken(token).toString('base64');
    return parts.limits.session.take(key, at) ? done({ token, subject }) : refuse('rate-limited');
  }
  const address = request.env?.incoming?.socket.remoteAddress ?? 'unknown';
  return parts.limits.address.take(address, at) ? done(undefined) : refuse('rate-limited');
}

/** An institution's software, by its signed headers; undefined when it sent none. */
async function admitInstitution(
  parts: Parts,
  request: HonoContext<Environment>,
  name: EndpointName,
): Promise<Result<Admitted> | undefined> {
  const headers = readSignedHeaders((header) => request.req.header(header));
  if (headers === undefined) return undefined;
  if (typeof headers === 'string') return refuse('signature-refused', { signature: headers });
  const institution = await parts.services.person.institutionByAccessKey(headers.accessKey);
  const secret = institution?.state === 'open' ? institution.secret : undefined;
  const problem = checkSignature(headers, secret, name, parts.realNow());
  if (problem !== null || !institution) {
    return refuse('signature-refused', { signature: problem ?? '非法用户' });
  }
  if (!parts.limits.institution.take(institution, parts.realNow())) return refuse('rate-limited');
  return done({
    actor: { kind: 'institution', institutionCode: institution.code, area: institution.area },
    channel: 'interface',
  });
}

function admitActor(actor: Actor, who: Exclude<Who, 'anyone'>): Result<Admitted> {
  if (actor.kind === 'person') {
    return who === 'person' || who === 'signed-in' ? done({ actor, channel: 'web' }) : refuse('not-allowed');
  }
  if (actor.kind !== 'staff') return refuse('not-allowed');
  if (who === 'signed-in') return done({ actor, channel: 'staff' });
  if (isRight(who) && mayDo(actor.role, who)) return done({ actor, channel: 'staff' });
  if (who === 'till' && mayDo(actor.role, 'till.settle') && actor.institutionCode !== null) {
    return done({ actor, channel: 'till' });
  }
  return refuse('not-allowed');
}

/** Admits the request or refuses it: signature, session, role, rate, and that a changing call comes from our own pages. */
export async function admit(
  parts: Parts,
  request: HonoContext<Environment>,
  who: Who,
  name?: EndpointName,
): Promise<Result<Admitted>> {
  if (who === 'till' && name !== undefined) {
    const institution = await admitInstitution(parts, request, name);
    if (institution) return institution;
  }
  if (request.req.method !== 'GET' && !isSameOrigin(request, parts.publicUrl)) return refuse('not-allowed');
  const session = await currentSession(parts, request);
  if (!session.ok) return session;
  if (who === 'anyone') return done(visitor);
  if (!session.value) return refuse('not-signed-in');
  const actor = await actorOf(parts, session.value.subject);
  return actor ? admitActor(actor, who) : refuse('not-signed-in');
}
