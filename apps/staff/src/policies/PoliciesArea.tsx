// The policy desk: what is in force with its sources, the drafts, and one draft at work.
import type { WorkPageProps } from '../shell/work.ts';
import { DeskPage } from './DeskPage.tsx';
import { DraftPage } from './DraftPage.tsx';
import '../styles/accounts.css';
import '../styles/finance.css';
import '../styles/policies.css';

export default function PoliciesArea({ session: { today, staff }, place: [page, draftId] }: WorkPageProps) {
  if (page === 'drafts' && draftId) return <DraftPage key={draftId} draftId={draftId} role={staff.role} />;
  return <DeskPage key={page} date={page ?? today} role={staff.role} />;
}
