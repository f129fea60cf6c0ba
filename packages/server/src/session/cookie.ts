// The cookie that carries the session's token.
import type { Context as HonoContext } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';

const cookieName = 'gongji_session';

export const sessionToken = (request: HonoContext): string | undefined => getCookie(request, cookieName);

/** @param secure whether the site is served by https; a browser then never sends the cookie without it. */
export function setSessionCookie(request: HonoContext, token: string, secure: boolean): void {
  setCookie(request, cookieName, token, { httpOnly: true, sameSite: 'Lax', path: '/', secure });
}

export function dropSessionCookie(request: HonoContext, secure: boolean): void {
  deleteCookie(request, cookieName, { path: '/', secure });
}
