// The Chinese words for the contract's codes: one vocabulary for pages and services. No schema here, for the pages' sake.
import type { EvidenceGrade, Relation } from './schemas/common.ts';
import type { StaffRole } from './schemas/session.ts';

/** What the member is to the giver. */
export const relationWords: Record<Relation, string> = {
  spouse: '配偶',
  parent: '父母',
  child: '子女',
  sibling: '兄弟姐妹',
  grandparent: '祖父母、外祖父母',
  grandchild: '孙子女、外孙子女',
};

/** How well a figure is backed. */
export const gradeWords: Record<EvidenceGrade, string> = {
  official: '官方文件',
  press: '新闻转引官方',
  guide: '办事指南',
  weak: '来源待核实',
  ours: '本系统约定',
};

/** The post of a member of staff. */
export const roleWords: Record<StaffRole, string> = {
  reviewer: '审核员',
  'window-clerk': '窗口经办员',
  cashier: '收费员',
  auditor: '稽核员',
  supervisor: '主管',
  finance: '财务',
  'policy-officer': '政策管理员',
  administrator: '管理员',
};
