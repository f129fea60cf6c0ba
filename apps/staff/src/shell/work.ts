// Which part of the app a role works in; what a role may do is decided by the server alone.
import type { StaffMark } from '@gongji/contract';

export interface Work {
  area: 'reviews' | 'till';
  home: string;
  links: { to: string; label: string }[];
}

const reviews: Work = {
  area: 'reviews',
  home: '/reviews',
  links: [{ to: '/reviews', label: '绑定审核' }],
};
const till: Work = {
  area: 'till',
  home: '/till',
  links: [
    { to: '/till', label: '收费窗口' },
    { to: '/till/settlements', label: '结算记录' },
  ],
};

/** Null: the role has no page here. */
export function workOf(staff: Pick<StaffMark, 'role' | 'institution'>): Work | null {
  switch (staff.role) {
    case 'reviewer':
    case 'supervisor':
      return reviews;
    case 'cashier':
      return staff.institution ? till : null;
    case 'auditor':
    case 'finance':
    case 'policy-officer':
      return null;
  }
}
