// The cashier's part of the app: the till, the list of settlements, and one settlement's slip.
import { NotFoundPage } from '../shell/NotFoundPage.tsx';
import type { WorkPageProps } from '../shell/work.ts';
import { SettlementPage } from './SettlementPage.tsx';
import { SettlementsPage } from './SettlementsPage.tsx';
import { TillPage } from './TillPage.tsx';
import '../styles/till.css';
import '../styles/slip.css';

export default function TillArea({ place: [view, settlementId], session }: WorkPageProps) {
  const cashierName = session.staff.name;
  const { demo, today } = session;
  if (view === undefined) return <TillPage cashierName={cashierName} isDemo={demo} />;
  if (view !== 'settlements') return <NotFoundPage home="/till" />;
  if (settlementId === undefined) return <SettlementsPage today={today} />;
  return <SettlementPage settlementId={settlementId} cashierName={cashierName} isDemo={demo} />;
}
