// What the native pages do, the same in every host. Each opens its ticket once; the pages in the web view ask the server for the outcome.
import type { Host, Reply } from './host.ts';
import { channel, server } from './settings.ts';

/** What a native page shows. */
export interface Shown {
  working: boolean;
  /** What went wrong and what to do; empty when nothing did. */
  problem: string;
}

const unreachable = '网络不通，没有收到回应。请检查网络后再试，不会重复办理，也不会重复扣钱。';

function problemOf({ body }: Reply): string {
  if (typeof body === 'object' && body !== null && 'error' in body) {
    const { error } = body as { error: { message?: unknown; remedy?: unknown } };
    if (typeof error.message === 'string' && typeof error.remedy === 'string') {
      return error.message + error.remedy;
    }
  }
  return '系统出了一点问题，请稍后再试。';
}

async function ask(host: Host, path: string, body: object): Promise<Reply> {
  return host.post(`${server}${path}`, body).catch(() => ({ status: 0, body: undefined }));
}

const wrong = (reply: Reply): Shown => ({
  working: false,
  problem: reply.status === 0 ? unreachable : problemOf(reply),
});
const fine: Shown = { working: false, problem: '' };

/** First address of the web view: the channel's own first page. */
export const startAddress = (): string => `${server}/c/${channel}`;

/** Signs in by the host's code; the web view redeems the ticket for its session. */
export async function signIn(host: Host, to: string): Promise<Shown> {
  let code: string;
  try {
    code = await host.loginCode();
  } catch {
    return { working: false, problem: '您没有授权登录。要办理业务，请再点一次“登录”。' };
  }
  const reply = await ask(host, '/api/bridge/sign-ins', { host: host.name, code });
  if (reply.status !== 200) return wrong(reply);
  const { ticket } = reply.body as { ticket: string };
  const query = `ticket=${encodeURIComponent(ticket)}&to=${encodeURIComponent(to || `/c/${channel}`)}`;
  host.openWeb(`${server}/sign-in/ticket?${query}`);
  return fine;
}

/** Pays the shortfall of the ticket's payment in the host's cashier, then goes back, whatever the cashier said. */
export async function pay(host: Host, ticket: string): Promise<Shown> {
  const reply = await ask(host, '/api/bridge/payments', { ticket, host: host.name });
  if (reply.status !== 200) return wrong(reply);
  const { wallet } = reply.body as { wallet: Record<string, string> };
  await host.openCashier(wallet).catch(() => undefined);
  host.back();
  return fine;
}

/** Takes one photo and sends it under the ticket. */
export async function photograph(host: Host, ticket: string): Promise<Shown> {
  let file: string;
  try {
    file = await host.takePhoto();
  } catch {
    return { working: false, problem: '没有选照片。可以再拍一次，也可以返回。' };
  }
  const reply = await host
    .upload(`${server}/api/bridge/photos`, file, { 'x-gongji-ticket': ticket })
    .catch(() => ({ status: 0, body: undefined }));
  if (reply.status !== 200) return wrong(reply);
  host.back();
  return fine;
}

/** Asks for leave to send messages, and tells the server what the person answered. */
export async function subscribe(host: Host, ticket: string, templates: readonly string[]): Promise<Shown> {
  const answers = await host
    .askToSubscribe(templates)
    .catch(() => templates.map((template) => ({ template, accepted: false })));
  const reply = await ask(host, '/api/bridge/subscriptions', { ticket, host: host.name, answers });
  if (reply.status !== 200) return wrong(reply);
  host.back();
  return fine;
}
