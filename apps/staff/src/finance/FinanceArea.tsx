// The finance officer's pages: days and months, cases, holds, refunds, payables, clearing, statements, and what is behind each figure.
import type { ReactNode } from 'react';
import { NotFoundPage } from '../shell/NotFoundPage.tsx';
import type { WorkPageProps } from '../shell/work.ts';
import { AccountPage } from './AccountPage.tsx';
import { CasePage } from './CasePage.tsx';
import { CasesPage } from './CasesPage.tsx';
import { ClearingPage, ClearingPositionPage } from './ClearingPage.tsx';
import { DayPage } from './DayPage.tsx';
import { FinanceNav } from './FinanceNav.tsx';
import { HoldsPage } from './HoldsPage.tsx';
import { JournalPage } from './JournalPage.tsx';
import { MonthPage } from './MonthPage.tsx';
import { MovedAccountsPage } from './MovedAccountsPage.tsx';
import { PayablesPage } from './PayablesPage.tsx';
import { RefundsPage } from './RefundsPage.tsx';
import { StatementPage } from './StatementPage.tsx';
import '../styles/accounts.css';
import '../styles/finance.css';

export default function FinanceArea({ session: { today }, place }: WorkPageProps) {
  return (
    <div className="page finance">
      <FinanceNav />
      {pageOf(place, today)}
    </div>
  );
}

const dayMs = 86_400_000;
const dayBefore = (day: string) => new Date(Date.parse(day) - dayMs).toISOString().slice(0, 10);

function pageOf([page = 'days', first, second, third]: string[], today: string): ReactNode {
  const month = first ?? today.slice(0, 7);
  switch (page) {
    case 'days':
      if (first && second === 'parts' && third)
        return <MovedAccountsPage key={`${first}${third}`} day={first} part={third} />;
      return <DayPage key={first} day={first ?? dayBefore(today)} />;
    case 'months':
      return <MonthPage key={month} month={month} />;
    case 'accounts':
      return first && second && third ? (
        <AccountPage key={`${first}${second}${third}`} accountId={first} from={second} to={third} />
      ) : (
        <NotFoundPage home="/finance" />
      );
    case 'journals':
      return <JournalPage key={first} journalId={first ?? ''} />;
    case 'cases':
      return first ? <CasePage key={first} caseId={first} /> : <CasesPage />;
    case 'holds':
      return <HoldsPage />;
    case 'refunds':
      return <RefundsPage key={month} month={month} />;
    case 'payables':
      return <PayablesPage key={month} month={month} />;
    case 'clearing':
      return first && second ? (
        <ClearingPositionPage key={`${first}${second}`} month={first} otherArea={second} />
      ) : (
        <ClearingPage />
      );
    case 'statement':
      return <StatementPage today={today} />;
    default:
      return <NotFoundPage home="/finance" />;
  }
}
