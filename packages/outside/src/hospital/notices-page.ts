// A page that shows which paid orders the hospital's software has booked, newest first.
import { html } from 'hono/html';
import { page } from '../page/page.ts';

interface ShownNotice {
  institutionCode: string;
  receivedAt: string;
  data: { medOrgOrd: string; feeSumamt: number; psnAcctPay: number; fundPay: number; ownpayAmt: number };
}

export function noticesPage(notices: ShownNotice[]) {
  const rows = notices.map(
    ({ institutionCode, receivedAt, data }) =>
      html`<li class="card">
        <p>
          <strong>订单 ${data.medOrgOrd}</strong>
          <span class="quiet">${institutionCode} ${receivedAt.replace('T', ' ').slice(0, 19)}</span>
        </p>
        <p>
          总额 ${data.feeSumamt.toFixed(2)} 元：统筹基金 ${data.fundPay.toFixed(2)} 元，个人账户
          ${data.psnAcctPay.toFixed(2)} 元，现金 ${data.ownpayAmt.toFixed(2)} 元
        </p>
      </li>`,
  );
  return page({
    title: '医院已入账的线上订单（仅供试用）',
    content: html`<p class="quiet">这里是模拟的医院信息系统，收医保的结算结果通知。</p>
      ${
        notices.length === 0
          ? html`<p>还没有通知。</p>`
          : html`<ul class="plain">
              ${rows}
            </ul>`
      }`,
  });
}
