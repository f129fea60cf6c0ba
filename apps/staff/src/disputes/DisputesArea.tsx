// The uses that givers doubt: the list of the area, and the answer to one.
import type { WorkPageProps } from '../shell/work.ts';
import '../styles/accounts.css';
import '../styles/records.css';
import { DisputePage } from './DisputePage.tsx';
import { DisputesPage } from './DisputesPage.tsx';

export default function DisputesArea({ place: [disputeId] }: WorkPageProps) {
  return disputeId === undefined ? <DisputesPage /> : <DisputePage key={disputeId} disputeId={disputeId} />;
}
