// A sign-in under way, kept in the browser as an encrypted cookie: one for each attempt, so that two tabs do not disturb each other.
import type { FieldCipher } from '@gongji/database';
import type { Context as HonoContext } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { z } from 'zod';

/** How long a person may take on the provider's page, in ms. */
const lifeMs = 10 * 60 * 1000;

const Attempt = z.object({
  state: z.string(),
  nonce: z.string(),
  codeVerifier: z.string(),
  /** Where to go afterwards; a local path. */
  to: z.string(),
  expiresAtMs: z.number(),
});
export type Attempt = z.infer<typeof Attempt>;

const path = '/sign-in';
const cookieName = (state: string): string => `gongji_sign_in_${state.slice(0, 12)}`;
const place = (state: string) => ({ table: 'cookie', column: 'sign_in', rowId: state });

export function keepAttempt(
  request: HonoContext,
  cipher: FieldCipher,
  attempt: Omit<Attempt, 'expiresAtMs'>,
  at: Date,
  secure: boolean,
): void {
  const content: Attempt = { ...attempt, expiresAtMs: at.getTime() + lifeMs };
  const value = cipher.encrypt(JSON.stringify(content), place(attempt.state)).toString('base64url');
  setCookie(request, cookieName(attempt.state), value, {
    httpOnly: true,
    sameSite: 'Lax',
    path,
    maxAge: lifeMs / 1000,
    secure,
  });
}

/** The attempt that the state names, taken out of the browser; undefined when unknown, altered or too old. */
export function takeAttempt(
  request: HonoContext,
  cipher: FieldCipher,
  state: string,
  at: Date,
  secure: boolean,
): Attempt | undefined {
  if (!/^[\w-]{12,200}$/.test(state)) return undefined;
  const value = getCookie(request, cookieName(state));
  if (value === undefined) return undefined;
  deleteCookie(request, cookieName(state), { path, secure });
  try {
    const text = cipher.decryptText(Buffer.from(value, 'base64url'), place(state));
    const attempt = Attempt.parse(JSON.parse(text));
    return attempt.expiresAtMs > at.getTime() ? attempt : undefined;
  } catch {
    return undefined;
  }
}

/** The path if it stays on this site, else the home page: nobody is sent elsewhere by a link to our sign-in. */
export function localPath(to: string | undefined): string {
  if (to === undefined || !/^\/(?![/\\])/.test(to) || /[\p{Cc}\\]/u.test(to)) return '/';
  const base = 'http://local.invalid';
  return URL.canParse(to, base) && new URL(to, base).origin === base ? to : '/';
}
