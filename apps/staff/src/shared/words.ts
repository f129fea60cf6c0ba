// The Chinese words for the contract's codes.
import type { Application, EvidenceGrade, Relation, Scheme, StaffRole } from '@gongji/contract';

/** What the member is to the giver. */
export const relationWords: Record<Relation, string> = {
  spouse: '配偶',
  parent: '父母',
  child: '子女',
  sibling: '兄弟姐妹',
  grandparent: '祖父母、外祖父母',
  grandchild: '孙子女、外孙子女',
};

export const schemeWords: Record<Scheme, string> = { employee: '职工医保', resident: '城乡居民医保' };

export const roleWords: Record<StaffRole, string> = {
  reviewer: '审核员',
  cashier: '收费员',
  auditor: '稽核员',
  supervisor: '主管',
  finance: '财务',
  'policy-officer': '政策管理员',
};

export const gradeWords: Record<EvidenceGrade, string> = {
  official: '官方文件',
  press: '新闻报道',
  guide: '办事指南',
  weak: '来源待核实',
  ours: '系统约定',
};

export const stateWords: Record<Application['state'], string> = {
  submitted: '已提交',
  'in-review': '待审核',
  'more-requested': '待补充材料',
  approved: '已通过',
  rejected: '已退回',
  withdrawn: '已撤回',
};
