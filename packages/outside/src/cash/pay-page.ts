// The cash channel's page: how much, for what, pay or cancel; an order that is over says so.
import { html } from 'hono/html';
import { page } from '../page/page.ts';
import type { Order, OrderState } from './order-book.ts';

const overText: Record<Exclude<OrderState, 'waiting'>, string> = {
  paid: '这笔订单已经支付，不用再付。',
  closed: '这笔订单已经关闭，没有扣款。',
  refunded: '这笔订单已经退款，钱已原路退回。',
};

export function payPage(order: Order) {
  const bill = html`<dl>
    <dt>事项</dt>
    <dd>${order.subject}</dd>
    <dt>应付金额</dt>
    <dd class="amount">${yuanText(order.amountFen)} 元</dd>
    <dt>订单号</dt>
    <dd>${order.orderNo}</dd>
  </dl>`;
  if (order.state !== 'waiting') {
    return page({
      title: '现金支付',
      content: html`<div class="card">
        <p role="status"><strong>${overText[order.state]}</strong></p>
        ${bill}
        <a class="button" href="${order.returnUrl}">返回</a>
      </div>`,
    });
  }
  return page({
    title: '现金支付',
    content: html`<div class="card">
      ${bill}
      <form method="post" action="/pay/${order.orderNo}/confirm">
        <button class="main" type="submit">确认支付</button>
      </form>
      <form method="post" action="/pay/${order.orderNo}/cancel">
        <button class="second" type="submit">取消</button>
      </form>
      <p class="hint">这是模拟的支付页面，不会扣真实的钱。取消后订单关闭，不扣款。</p>
    </div>`,
  });
}

export function unknownOrderPage() {
  return page({
    title: '没有找到这笔订单',
    content: html`<p>请回到缴费页面，重新发起支付。</p>`,
  });
}

/** Whole fen as yuan with two decimals. */
function yuanText(fen: number): string {
  return `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;
}
