// Who may do what: every right of staff with the roles that have it. One table for the pages, the edge and the services.
import type { StaffRole } from './schemas/session.ts';

/**
 * A route of the edge names one of these as its `who`, the service's call is wrapped in `withRight`, and a page's entry
 * in the menu names it too. Every right holds in the staff member's own area only.
 */
export const rights = {
  /** Work the queues of binding: see cases, claim, decide, look at a full identity number. */
  'review.work': ['reviewer', 'supervisor'],
  /** Take a case back from somebody, and look at the quality of decided ones. */
  'review.lead': ['supervisor'],
  /** Answer givers who doubt a use of their money. */
  'dispute.work': ['window-clerk', 'supervisor'],
  /** Open, change and disable the accounts of the agency's and the institutions' staff. */
  'account.manage': ['administrator'],
  /** Work on money between books: reconciliation, clearing, imports, statements. */
  'money.work': ['finance'],
  /** Look at the dashboards of the area and the lists behind their numbers. */
  'report.read': ['supervisor', 'finance', 'auditor'],
  /** See the messages to people of the area that were given up, and have them sent again. */
  'notice.manage': ['administrator'],
  /** Keep the area's institutions: open, suspend, change their keys and settings, see their messages. */
  'institution.manage': ['administrator'],
  /** Look at what is on record of people, relations, payments and settlements; each look is recorded. */
  'record.read': ['window-clerk', 'supervisor', 'finance', 'auditor'],
  /** Propose a correction of a record. */
  'correction.propose': ['window-clerk', 'supervisor', 'finance'],
  /** Decide a correction that somebody else proposed. */
  'correction.decide': ['supervisor', 'finance'],
  /** Who did and who saw what, and whether the chains hold. */
  'audit.read': ['auditor'],
  /** Do for a person who is at the window what the person could do in the app. */
  'window.work': ['window-clerk'],
  /** See the area's policies with their sources, drafts and published versions. */
  'policy.read': ['policy-officer', 'supervisor', 'auditor'],
  /** Draft, submit and publish versions of the area's policy. */
  'policy.draft': ['policy-officer'],
  /** Approve or return a draft that somebody else wrote. */
  'policy.approve': ['policy-officer', 'supervisor'],
  /** Settle bills at the till of the own institution. */
  'till.settle': ['cashier'],
} as const satisfies Record<string, readonly StaffRole[]>;

export type Right = keyof typeof rights;

export const mayDo = (role: StaffRole, right: Right): boolean =>
  rights[right].some((allowed) => allowed === role);
