// What the agency has on record: the search, and one record.
import type { WorkPageProps } from '../shell/work.ts';
import { RecordPage } from './RecordPage.tsx';
import { RecordsPage } from './RecordsPage.tsx';
import '../styles/accounts.css';
import '../styles/institutions.css';
import '../styles/records.css';

export default function RecordsArea({ session, place: [kind, id] }: WorkPageProps) {
  if (kind === undefined || id === undefined) return <RecordsPage />;
  return <RecordPage key={`${kind}/${id}`} kind={kind} id={id} role={session.staff.role} />;
}
