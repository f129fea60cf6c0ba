// /sign-in sends people to the identity provider; /sign-in/callback receives them and begins their session.
import { signInPath } from '@gongji/contract';
import type { FieldCipher } from '@gongji/database';
import type { Context as HonoContext, Hono } from 'hono';
import type { Environment } from '../edge/environment.ts';
import type { Parts } from '../edge/parts.ts';
import { messagePage } from '../pages/message-page.ts';
import type { Message } from '../pages/message-page.ts';
import { sessionToken, setSessionCookie } from '../session/cookie.ts';
import type { SessionSubject } from '../session/store.ts';
import { keepAttempt, localPath, takeAttempt } from './attempt.ts';
import type { Identity } from './provider.ts';

const again = { href: signInPath, label: '重新登录' };
const otherPerson = { href: `${signInPath}?switch=1`, label: '换人登录' };
const messages = {
  tooOften: { title: '登录太频繁了', text: '请等一分钟再试。', link: again },
  providerSilent: {
    title: '医保电子凭证暂时没有回应',
    text: '现在不能登录，请过几分钟再试。',
    link: again,
  },
  notCompleted: {
    title: '登录没有完成',
    text: '您取消了登录，或登录页面放得太久。请重新登录。',
    link: again,
  },
  personUnknown: {
    title: '没有查到您的参保记录',
    text: '您的医保电子凭证有效，但本系统里没有您的基本医保参保信息。请核对是否用错了凭证，或到参保地的医保窗口查询。',
    link: otherPerson,
  },
  staffUnknown: {
    title: '没有查到您的工作人员信息',
    text: '这个人员编号没有开通经办权限，或已经停用。请联系本单位的管理员。',
    link: otherPerson,
  },
} satisfies Record<string, Message>;

async function subjectOf(parts: Parts, identity: Identity): Promise<SessionSubject | undefined> {
  if (identity.kind === 'person') {
    const person = await parts.services.person.findByIdNumber(identity.idNumber);
    return person && { kind: 'person', subjectNo: person.personNo, area: person.area };
  }
  const staff = await parts.services.person.staff(identity.staffNo);
  return staff && { kind: 'staff', subjectNo: staff.staffNo, area: staff.area };
}

export function signInRoutes(app: Hono<Environment>, parts: Parts, cipher: FieldCipher): void {
  const secure = parts.publicUrl.startsWith('https:');
  const mayTry = (request: HonoContext<Environment>): boolean =>
    parts.limits.address.take(request.env?.incoming?.socket.remoteAddress ?? 'unknown', parts.realNow());

  app.get(signInPath, async (request) => {
    request.set('route', signInPath);
    if (!mayTry(request)) return request.html(messagePage(messages.tooOften), 429);
    // The provider sends people back to the public address; a cookie set under another name would be lost there.
    const host = request.req.header('host');
    if (host !== undefined && host !== new URL(parts.publicUrl).host) {
      return request.redirect(`${parts.publicUrl}${signInPath}${new URL(request.req.url).search}`);
    }
    try {
      const begun = await parts.signIn.begin(request.req.query('switch') === '1');
      const { state, nonce, codeVerifier } = begun;
      const to = localPath(request.req.query('to'));
      keepAttempt(request, cipher, { state, nonce, codeVerifier, to }, parts.realNow(), secure);
      return request.redirect(begun.url);
    } catch (error) {
      parts.log.warn({ err: error }, 'the identity provider cannot be reached');
      return request.html(messagePage(messages.providerSilent), 503);
    }
  });

  app.get(`${signInPath}/callback`, async (request) => {
    request.set('route', `${signInPath}/callback`);
    if (!mayTry(request)) return request.html(messagePage(messages.tooOften), 429);
    const at = parts.realNow();
    const attempt = takeAttempt(request, cipher, request.req.query('state') ?? '', at, secure);
    if (!attempt) return request.html(messagePage(messages.notCompleted), 400);
    let identity: Identity;
    try {
      identity = await parts.signIn.finish(new URL(request.req.url), attempt);
    } catch (error) {
      parts.log.warn({ err: error }, 'a sign-in was not confirmed');
      return request.html(messagePage(messages.notCompleted), 400);
    }
    const subject = await subjectOf(parts, identity);
    if (!subject) {
      const message = identity.kind === 'person' ? messages.personUnknown : messages.staffUnknown;
      return request.html(messagePage(message), 403);
    }
    const earlier = sessionToken(request);
    if (earlier !== undefined) await parts.sessions.end(earlier, at);
    const token = await parts.sessions.begin(subject, at, parts.clock.now().at);
    setSessionCookie(request, token, secure);
    return request.redirect(attempt.to);
  });
}
