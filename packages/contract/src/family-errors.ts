// Refusals of premiums for several, receipts, disputes and acting for somebody else.
import { entry } from './error-entry.ts';

export const familyErrors = {
  'premium-under-review': entry(
    409,
    '{coverageYear} 年度的缴费，税务部门在退款之后才确认收到，经办机构正在核对，没有重复扣钱。',
    '请不要重新缴费，在“缴费记录”里等核对结果。',
  ),
  'premium-order-stopped': entry(
    409,
    '{name}的这一笔现在不能缴：{why}整单没有扣钱，其他人的也没有缴。',
    '请重新查看金额；可以去掉这一位，给其他人缴。',
  ),
  'receipt-not-genuine': entry(
    422,
    '这张凭证没有通过核对：不是本系统出具的，或者内容被改动过，或者二维码没有扫全。',
    '请重新扫一次完整的二维码；仍不通过的，请不要采信这张凭证，向出具的医保经办机构核实。',
  ),
  'dispute-exists': entry(409, '您已经对这一笔提过疑问，没有重复提交。', '请刷新页面，查看经办机构的答复。'),
};
