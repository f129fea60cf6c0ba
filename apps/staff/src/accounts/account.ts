// Words and small rules of the account pages.
import type { StaffAccount, StaffRole } from '@gongji/contract';
import { roleWords } from '@gongji/contract/words';

export const accountStateWords: Record<StaffAccount['state'], string> = { active: '在用', disabled: '停用' };

/** What each post may do, in a sentence for whoever gives it. */
export const roleTasks: Record<StaffRole, string> = {
  reviewer: '审核绑定申请',
  'window-clerk': '在经办窗口为参保人办事',
  cashier: '在所选医院或药店收费结算',
  auditor: '查看业务和查询记录',
  supervisor: '审核、复核、收回他人占用的申请',
  finance: '对账和结账',
  'policy-officer': '维护政策',
  administrator: '管理工作人员账号和定点机构',
};

export const roles = Object.keys(roleTasks) as StaffRole[];

export function fitsSearch(account: StaffAccount, search: string): boolean {
  const words = search.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const text = [account.staffNo, account.name, roleWords[account.role], account.institution?.name ?? '']
    .join(' ')
    .toLowerCase();
  return words.every((word) => text.includes(word));
}
