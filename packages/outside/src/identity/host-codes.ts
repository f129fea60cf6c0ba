// Codes of a host's signed-in user (WeChat, Alipay): made for a person who gives number and password, good for one question.
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { OutsideApp } from '../http/app.ts';
import type { KnownPeople } from '../people.ts';
import { attemptSignIn } from './account.ts';

const CodeBody = z.object({ host: z.string(), entry: z.string(), pin: z.string() });
const IdentityBody = z.object({
  clientId: z.string(),
  clientSecret: z.string(),
  host: z.string(),
  code: z.string(),
});

const isSame = (given: string, right: string): boolean =>
  given.length === right.length && timingSafeEqual(Buffer.from(given), Buffer.from(right));

/** `POST /host-codes` stands for the host; `POST /host-identities` is what the product asks, as a known client. */
export function addHostCodes(
  app: OutsideApp,
  known: KnownPeople,
  client: { id: string; secret: string },
): void {
  const codes = new Map<string, string>();
  app.post('/host-codes', async (context) => {
    const body = CodeBody.safeParse(await context.req.json().catch(() => undefined));
    const attempt = body.success && attemptSignIn(known, body.data.entry, body.data.pin);
    if (!body.success || !attempt || !attempt.ok || attempt.account.kind !== 'person') {
      return context.json({ reason: '没有激活医保电子凭证' }, 422);
    }
    const code = randomBytes(18).toString('base64url');
    codes.set(`${body.data.host} ${code}`, attempt.account.person.idNumber);
    return context.json({ code });
  });
  app.post('/host-identities', async (context) => {
    const body = IdentityBody.safeParse(await context.req.json().catch(() => undefined));
    if (!body.success) return context.json({ reason: '内容不完整' }, 400);
    const { clientId, clientSecret, host, code } = body.data;
    if (clientId !== client.id || !isSame(clientSecret, client.secret)) {
      return context.json({ reason: '没有登记的应用' }, 403);
    }
    const idNumber = codes.get(`${host} ${code}`);
    codes.delete(`${host} ${code}`);
    return idNumber === undefined
      ? context.json({ reason: '授权码无效或已用过' }, 404)
      : context.json({ idNumber });
  });
}
