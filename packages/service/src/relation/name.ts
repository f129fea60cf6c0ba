// Chinese names of the relations: what the member is to the giver.
import type { Relation } from '@gongji/contract';

export const relationNames: Record<Relation, string> = {
  spouse: '配偶',
  parent: '父母',
  child: '子女',
  sibling: '兄弟姐妹',
  grandparent: '祖父母、外祖父母',
  grandchild: '孙子女、外孙子女',
};
