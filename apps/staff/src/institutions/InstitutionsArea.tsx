// The administrator's institutions: the list, one of them, a new one, and the messages of its software.
import type { WorkPageProps } from '../shell/work.ts';
import { InstitutionPage } from './InstitutionPage.tsx';
import { InstitutionsPage } from './InstitutionsPage.tsx';
import { MessagesPage } from './MessagesPage.tsx';
import { NewInstitutionPage } from './NewInstitutionPage.tsx';
import '../styles/accounts.css';
import '../styles/institutions.css';

export default function InstitutionsArea({ session, place: [code, part] }: WorkPageProps) {
  if (code === undefined) return <InstitutionsPage />;
  if (code === 'new') return <NewInstitutionPage area={session.staff.area} />;
  if (part === 'messages') return <MessagesPage key={code} code={code} />;
  return <InstitutionPage key={code} code={code} />;
}
