// The pages of the app: each entry names the right that opens it. What a role may do is decided by the server alone.
import type { Session, StaffMark } from '@gongji/contract';
import { mayDo } from '@gongji/contract/rights';
import type { Right } from '@gongji/contract/rights';
import { lazy } from 'react';
import type { ComponentType } from 'react';

export interface WorkPageProps {
  session: Session & { staff: StaffMark };
  /** What stands behind the entry's path, split at the slashes: `/reviews/app_1` opens `['app_1']`. */
  place: string[];
}

export interface WorkEntry {
  path: string;
  /** In the menu at the top. */
  label: string;
  right: Right;
  /** Further entries of the menu that lead into the same pages. */
  links?: { to: string; label: string }[];
  page: ComponentType<WorkPageProps>;
}

/** A new part of the app is one more entry here and a folder of its own; the first entry of a role is its home. */
const entries: readonly WorkEntry[] = [
  {
    path: '/reviews',
    label: '绑定审核',
    right: 'review.work',
    page: lazy(() => import('../reviews/ReviewsArea.tsx')),
  },
  {
    path: '/window',
    label: '经办窗口',
    right: 'window.work',
    page: lazy(() => import('../window/WindowArea.tsx')),
  },
  {
    path: '/records',
    label: '档案查询',
    right: 'record.read',
    page: lazy(() => import('../records/RecordsArea.tsx')),
  },
  {
    path: '/corrections',
    label: '更正',
    right: 'correction.propose',
    page: lazy(() => import('../corrections/CorrectionsArea.tsx')),
  },
  {
    path: '/audit',
    label: '稽核',
    right: 'audit.read',
    links: [{ to: '/audit/verification', label: '核验记录' }],
    page: lazy(() => import('../audit/AuditArea.tsx')),
  },
  {
    path: '/till',
    label: '收费窗口',
    right: 'till.settle',
    links: [{ to: '/till/settlements', label: '结算记录' }],
    page: lazy(() => import('../till/TillArea.tsx')),
  },
  {
    path: '/finance',
    label: '财务',
    right: 'money.work',
    page: lazy(() => import('../finance/FinanceArea.tsx')),
  },
  {
    path: '/accounts',
    label: '工作人员',
    right: 'account.manage',
    page: lazy(() => import('../accounts/AccountsArea.tsx')),
  },
  {
    path: '/disputes',
    label: '使用疑问',
    right: 'dispute.work',
    page: lazy(() => import('../disputes/DisputesArea.tsx')),
  },
  {
    path: '/institutions',
    label: '定点机构',
    right: 'institution.manage',
    page: lazy(() => import('../institutions/InstitutionsArea.tsx')),
  },
  {
    path: '/messages',
    label: '没有发出的通知',
    right: 'notice.manage',
    page: lazy(() => import('../messages/LostMessagesPage.tsx')),
  },
  {
    path: '/dashboards',
    label: '统计',
    right: 'report.read',
    page: lazy(() => import('../dashboards/DashboardsArea.tsx')),
  },
  {
    path: '/policies',
    label: '政策',
    right: 'policy.read',
    page: lazy(() => import('../policies/PoliciesArea.tsx')),
  },
];

/** The pages that these staff may open; empty when there is none. A cashier without an institution has no till. */
export const workOf = (staff: Pick<StaffMark, 'role' | 'institution'>): readonly WorkEntry[] =>
  entries.filter(
    ({ right }) => mayDo(staff.role, right) && (right !== 'till.settle' || staff.institution !== null),
  );
