// The cashier's part of the app: the till, the list of settlements, and one settlement's slip.
import type { Session } from '@gongji/contract';
import { NotFoundPage } from '../shell/NotFoundPage.tsx';
import { SettlementPage } from './SettlementPage.tsx';
import { SettlementsPage } from './SettlementsPage.tsx';
import { TillPage } from './TillPage.tsx';
import '../styles/till.css';
import '../styles/slip.css';

interface TillAreaProps {
  view: string | null;
  settlementId: string | null;
  session: Session;
}

export default function TillArea({ view, settlementId, session }: TillAreaProps) {
  const cashierName = session.staff?.name ?? '';
  const { demo, today } = session;
  if (view === null) return <TillPage cashierName={cashierName} isDemo={demo} />;
  if (view !== 'settlements') return <NotFoundPage home="/till" />;
  if (settlementId === null) return <SettlementsPage today={today} />;
  return <SettlementPage settlementId={settlementId} cashierName={cashierName} isDemo={demo} />;
}
