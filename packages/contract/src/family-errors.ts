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
  'helper-unknown': entry(
    422,
    '没有找到这位代办人：姓名和身份证号码对不上，或者还没有参保登记，或者不满 18 岁。',
    '请对照代办人的身份证核对后重新填写。',
  ),
  'helper-is-self': entry(422, '不能请自己代办。', '请填写信得过的家人。'),
  'delegation-days-wrong': entry(
    422,
    '代办的日期有误：要从今天或以后开始，最长一年。',
    '请核对日期后再提交。',
  ),
  'delegation-exists': entry(409, '您已经授权这位家人代办。', '要改办理范围的，请先收回，再重新授权。'),
  'delegation-not-active': entry(409, '这项授权还没开始、已到期或已被收回。', '请联系授权人重新授权。'),
  'helper-not-allowed': entry(
    403,
    '您正在代别人办理，这件事不在授权的范围内，没有办理。',
    '请由本人办理，或请本人重新授权。',
  ),
  'acting-changed': entry(
    409,
    '这个页面办理的对象和现在登录的不一样了，没有办理。',
    '请刷新页面，看清楚在给谁办，再重新操作。',
  ),
};
