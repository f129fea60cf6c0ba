// The reviewer's part of the app: the queue, and the case that is open.
import { useState } from 'react';
import { CasePage } from './CasePage.tsx';
import type { Notice } from './notice.ts';
import { QueuePage } from './QueuePage.tsx';
import type { WorkPageProps } from '../shell/work.ts';
import '../styles/reviews.css';
import '../styles/case.css';

export default function ReviewsArea({ place, session }: WorkPageProps) {
  const applicationId = place[0] ?? null;
  const [latest, setNotice] = useState<Notice | null>(null);
  const notice = latest?.onPageOf === applicationId ? latest : null;
  return (
    <>
      <div role="status" className={notice ? 'reviews-notice' : ''}>
        {notice && <p className={`notice notice-${notice.tone}`}>{notice.text}</p>}
      </div>
      {applicationId === null ? (
        <QueuePage today={session.today} />
      ) : (
        <CasePage
          key={applicationId}
          applicationId={applicationId}
          today={session.today}
          onNotice={setNotice}
        />
      )}
    </>
  );
}
