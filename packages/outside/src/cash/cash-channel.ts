// The payment channel for cash: orders, a page to pay them, refunds, closing, and inquiries.
import { createHash } from 'node:crypto';
import type { Clock } from '../clock.ts';
import { createFaultList } from '../fault/fault-list.ts';
import { addFaultRoutes } from '../fault/fault-routes.ts';
import { reply, run, runWithBody } from '../fault/operation.ts';
import type { Reply } from '../fault/operation.ts';
import { addDayFile } from '../file/day-file.ts';
import { createOutsideApp, listenerOf } from '../http/app.ts';
import type { OutsideApp } from '../http/app.ts';
import { listen } from '../http/listen.ts';
import type { RunningPart } from '../http/listen.ts';
import { pageHeaders } from '../page/page.ts';
import { openOrderBook, OrderBody } from './order-book.ts';
import type { Order, OrderBook } from './order-book.ts';
import { payPage, unknownOrderPage } from './pay-page.ts';

export function startCashChannel(options: {
  port: number;
  clock: Clock;
  dataDirectory: string | undefined;
}): Promise<RunningPart> {
  const book = openOrderBook(options.dataDirectory, options.clock);
  const faults = createFaultList({
    operations: ['orders', 'refund', 'close', 'inquiries', 'files'],
    mainOperations: ['orders'],
    byIdNumber: false,
  });
  return listen(options.port, (url) => {
    const app = createOutsideApp('现金支付渠道');
    addFaultRoutes(app, faults);

    app.post('/orders', (context) =>
      runWithBody(context, faults, OrderBody, {
        name: 'orders',
        act: (body) => {
          const opened = book.open(body);
          if (!opened.ok) return reply({ reason: opened.reason }, 409);
          return reply({ orderNo: opened.order.orderNo, payUrl: `${url}/pay/${opened.order.orderNo}` });
        },
        refuse: () => reply({ reason: '支付渠道拒绝了这笔订单' }, 422),
      }),
    );
    app.get('/orders/:reference', (context) =>
      run(context, faults, context.req.param('reference'), {
        name: 'inquiries',
        act: (reference) => {
          const order = book.byReference(reference);
          return reply(order ? stateOf(order) : { state: 'never-arrived', amountFen: 0 });
        },
        refuse: () => reply({ reason: '支付渠道暂不提供查询' }, 503),
      }),
    );
    app.get('/orders/:reference/wallet/:host', (context) => {
      const order = book.byReference(context.req.param('reference'));
      if (order?.state !== 'waiting') return context.json({ reason: '没有等待支付的订单' }, 404);
      return context.json(walletOf(order, context.req.param('host')));
    });
    app.post('/orders/:reference/refund', (context) =>
      run(context, faults, context.req.param('reference'), {
        name: 'refund',
        act: (reference) => move(book, reference, 'refunded'),
        refuse: () => reply({ reason: '支付渠道拒绝退款' }, 422),
      }),
    );
    app.post('/orders/:reference/close', (context) =>
      run(context, faults, context.req.param('reference'), {
        name: 'close',
        act: (reference) => move(book, reference, 'closed'),
        refuse: () => reply({ reason: '支付渠道拒绝关闭订单' }, 422),
      }),
    );

    addDayFile(app, { faults, clock: options.clock, rows: () => book.moved() });
    addPayPages(app, book);
    return listenerOf(app);
  });
}

function move(book: OrderBook, reference: string, state: 'refunded' | 'closed'): Reply {
  const order = book.byReference(reference);
  if (!order) return reply({ reason: '没有这笔订单' }, 404);
  if (book.move(order, state)) return reply(stateOf(order));
  const reason = state === 'refunded' ? '这笔订单没有支付，不能退款' : '这笔订单已经支付，不能关闭';
  return reply({ reason, ...stateOf(order) }, 409);
}

/** What a host's cashier is opened with: WeChat takes a prepay number with a signature, Alipay the order's number. */
function walletOf({ orderNo }: Order, host: string): Record<string, string> {
  if (host !== 'wechat') return { tradeNO: orderNo };
  const timeStamp = '1700000000';
  const nonceStr = createHash('sha256').update(`nonce ${orderNo}`).digest('hex').slice(0, 32);
  const prepay = `prepay_id=${orderNo}`;
  const paySign = createHash('sha256').update(`${timeStamp}\n${nonceStr}\n${prepay}\n`).digest('base64');
  return { timeStamp, nonceStr, package: prepay, signType: 'RSA', paySign };
}

function stateOf(order: Order) {
  return { orderNo: order.orderNo, state: order.state, amountFen: order.amountFen };
}

function addPayPages(app: OutsideApp, book: OrderBook): void {
  app.get('/pay/:orderNo', (context) => {
    const order = book.byNumber(context.req.param('orderNo'));
    if (!order) return context.html(unknownOrderPage(), 404, pageHeaders);
    return context.html(payPage(order), 200, pageHeaders);
  });
  for (const [action, state] of [
    ['confirm', 'paid'],
    ['cancel', 'closed'],
  ] as const) {
    app.post(`/pay/:orderNo/${action}`, (context) => {
      const order = book.byNumber(context.req.param('orderNo'));
      if (!order) return context.html(unknownOrderPage(), 404, pageHeaders);
      if (!book.move(order, state)) return context.html(payPage(order), 409, pageHeaders);
      return context.redirect(order.returnUrl, 303);
    });
  }
}
