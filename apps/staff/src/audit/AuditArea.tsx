// The auditor's part of the app: what was done and seen, and the check of the records.
import type { WorkPageProps } from '../shell/work.ts';
import { AuditPage } from './AuditPage.tsx';
import { VerificationPage } from './VerificationPage.tsx';
import '../styles/accounts.css';
import '../styles/institutions.css';
import '../styles/records.css';

export default function AuditArea({ session, place: [part] }: WorkPageProps) {
  if (part === 'verification') return <VerificationPage />;
  return <AuditPage today={session.today} />;
}
