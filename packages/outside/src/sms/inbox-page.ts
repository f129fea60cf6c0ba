// A page that shows the messages that would have reached the phones, newest first.
import { html } from 'hono/html';
import { page } from '../page/page.ts';
import type { SentMessage } from './message.ts';

const hostNames = { wechat: '微信订阅消息', alipay: '支付宝订阅消息' };

export function inboxPage(messages: SentMessage[]) {
  const rows = messages.map(
    (message) =>
      html`<li class="card">
        <p>
          <strong
            >${'phone' in message ? message.phone : `${hostNames[message.host]} ${message.personNo}`}</strong
          >
          <span class="quiet">${message.sentAt.replace('T', ' ').slice(0, 19)}</span>
        </p>
        <p>${message.text}</p>
      </li>`,
  );
  return page({
    title: '短信收件箱（仅供试用）',
    content: html`<p class="quiet">这里是模拟的短信网关，不会发到任何真实的手机。</p>
      ${
        messages.length === 0
          ? html`<p>还没有短信。</p>`
          : html`<ul class="plain">
              ${rows}
            </ul>`
      }`,
  });
}
