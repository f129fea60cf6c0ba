// The provider's pages beside the sign-in: signed out, and what went wrong.
import { html } from 'hono/html';
import { page } from '../page/page.ts';

export function signedOutPage() {
  return page({ title: '已退出登录', content: html`<p>可以关闭这个页面，或回到原来的页面重新登录。</p>` });
}

export function failurePage(detail: string) {
  return page({
    title: '登录没有完成',
    content: html`<p>请回到原来的页面，重新点“登录”。</p>
      <p class="quiet">${detail}</p>`,
  });
}
