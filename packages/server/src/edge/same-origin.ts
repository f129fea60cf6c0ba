// Refuses requests that another site's page makes a browser send: the second guard beside SameSite cookies.
import type { Context as HonoContext } from 'hono';

/**
 * Whether a changing request comes from our own pages. Browsers send Sec-Fetch-Site or at least Origin with every POST;
 * a client that sends neither is no browser, and no other site's page can speak through it.
 */
export function isSameOrigin(request: HonoContext, publicUrl: string): boolean {
  const site = request.req.header('sec-fetch-site');
  if (site !== undefined && site !== 'same-origin') return false;
  const origin = request.req.header('origin');
  if (origin === undefined) return true;
  if (origin === new URL(publicUrl).origin) return true;
  const host = request.req.header('host');
  return host !== undefined && URL.canParse(origin) && new URL(origin).host === host;
}
