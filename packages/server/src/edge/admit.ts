// Decides who asks, whether this person, staff member or institution may, and whether not too often.
import { actingHeader, delegable, mayDo, rights } from '@gongji/contract';
import type { Delegable, EndpointName, Right } from '@gongji/contract';
import { done, refuse } from '@gongji/service';
import type { Acting, Actor, Result } from '@gongji/service';
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

/**
 * For whom the session acts now; undefined for itself, also when the permission has ended. A page that was opened for
 * somebody else is refused with `acting-changed`, so that a stale tab never acts for the wrong person.
 */
async function actingOf(
  parts: Parts,
  request: HonoContext<Environment>,
  { kind, subjectNo, acting }: SessionSubject,
): Promise<Result<Acting | undefined>> {
  if (kind !== 'person') return done(undefined);
  const now = acting
    ? await parts.services.delegation.acting(subjectNo, acting, parts.clock.now().today)
    : undefined;
  const meant = request.req.header(actingHeader);
  const mustSay = acting && request.req.method !== 'GET';
  if (meant === undefined ? mustSay : meant !== (now?.principalNo ?? subjectNo))
    return refuse('acting-changed');
  return done(now);
}

/** Lets a helper do what the permission names, with the rights of whoever gave it. */
function admitHelper(
  { principalNo, principalArea, helper, scopes }: Acting,
  who: Exclude<Who, 'anyone'>,
  needed: Delegable | undefined,
): Result<Admitted> {
  if (needed === undefined || (needed !== 'view' && !scopes.includes(needed)))
    return refuse('helper-not-allowed');
  return admitActor({ kind: 'person', personNo: principalNo, area: principalArea, helper }, who);
}

/**
 * Admits the request or refuses it: signature, session, role, rate, and that a changing call comes from our own pages.
 * @param forHelpers what a helper needs for it; undefined: it is for oneself only.
 */
export async function admit(
  parts: Parts,
  request: HonoContext<Environment>,
  who: Who,
  name?: EndpointName,
  forHelpers = name && delegable[name],
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
  const acting = await actingOf(parts, request, session.value.subject);
  if (!acting.ok) return acting;
  if (acting.value) return admitHelper(acting.value, who, forHelpers);
  const actor = await actorOf(parts, session.value.subject);
  return actor ? admitActor(actor, who) : refuse('not-signed-in');
}
