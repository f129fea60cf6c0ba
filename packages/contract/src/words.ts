// The Chinese words for the contract's codes: one vocabulary for pages and services. No schema here, for the pages' sake.
import type { EvidenceGrade, Relation } from './schemas/common.ts';

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
