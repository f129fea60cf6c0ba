// How applications and premium payments stand, in the words of the agency.
import type { ApplicationState, PremiumState } from '@gongji/contract';

export const applicationWords: Record<ApplicationState, string> = {
  submitted: '已提交',
  'awaiting-member': '待家人确认',
  'in-review': '待审核',
  'more-requested': '待补充材料',
  approved: '已通过',
  rejected: '已退回',
  declined: '家人没有同意',
  withdrawn: '已撤回',
};

export const premiumWords: Record<PremiumState, string> = {
  'awaiting-cash': '等待现金补足差额',
  sending: '正在向税务部门缴费',
  unknown: '税务部门还没有回应',
  paid: '缴费成功',
  returning: '正在退回款项',
  returned: '没有成功，已全部退回',
};
