// Refusals of online orders, for the institution that uploads them and for the patient who pays.
import { entry } from './error-entry.ts';
import type { ErrorEntry } from './error-entry.ts';

export const orderErrors = {
  'order-unknown': entry(
    404,
    '本机构没有这个订单（{order}），或者支付 token 与它不符。',
    '请核对支付订单号和上传时返回的 token。',
  ),
  'order-exists': entry(
    409,
    '医院订单号 {order} 或收费批次 {batch} 已经有一个没撤销的订单，没有再上传。',
    '重发请用原来的 msgid；要改动的先撤销原订单（6401），再换新的 msgid 上传。',
  ),
  'order-not-open': entry(
    409,
    '这个订单现在的状态是“{state}”，不能这样办理。',
    '请用 6301 查询订单，按它的状态办理。',
  ),
  'order-outdated': entry(
    409,
    '订单上传之后，能付的金额变了，或者已超过 30 分钟，没有扣钱。',
    '请撤销订单（6401）后重新上传（6201），把新的金额给患者看过后再支付。',
  ),
  'order-differs': entry(422, '与订单不一致：{what}。', '请核对后用新的 msgid 重新发送。'),
  'my-order-closed': entry(
    409,
    '这个订单现在的状态是“{state}”，不能再付，没有扣钱。',
    '请返回看订单的最新状态；有疑问请联系上传订单的医院或药店。',
  ),
  'my-order-changed': entry(
    409,
    '订单上传之后，能付的金额变了，或者已超过 30 分钟，没有扣钱。',
    '请联系医院或药店重新上传订单，再来确认新的金额。',
  ),
  'order-refund-exists': entry(
    409,
    '应用退款流水号 {refund} 已经用过，没有重复退费。',
    '重发请用原来的 msgid；新的退费请换一个流水号。',
  ),
} satisfies Record<string, ErrorEntry>;
