// The administrator's part of the app: the accounts of the area, one account, and a new one.
import type { WorkPageProps } from '../shell/work.ts';
import { AccountPage } from './AccountPage.tsx';
import { AccountsPage } from './AccountsPage.tsx';
import { NewAccountPage } from './NewAccountPage.tsx';
import '../styles/accounts.css';

export default function AccountsArea({ place: [staffNo] }: WorkPageProps) {
  if (staffNo === undefined) return <AccountsPage />;
  if (staffNo === 'new') return <NewAccountPage />;
  return <AccountPage key={staffNo} staffNo={staffNo} />;
}
