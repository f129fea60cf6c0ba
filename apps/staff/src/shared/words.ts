// The Chinese words for the contract's codes.
import type { Application, Scheme } from '@gongji/contract';

export const schemeWords: Record<Scheme, string> = { employee: '职工医保', resident: '城乡居民医保' };

export const stateWords: Record<Application['state'], string> = {
  submitted: '已提交',
  'awaiting-member': '待家人确认',
  'in-review': '待审核',
  'more-requested': '待补充材料',
  approved: '已通过',
  rejected: '已退回',
  declined: '家人没有同意',
  withdrawn: '已撤回',
};
