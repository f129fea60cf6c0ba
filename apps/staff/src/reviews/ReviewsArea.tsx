// The reviewer's part of the app: the queue, and the case that is open.
import { useState } from 'react';
import { CasePage } from './CasePage.tsx';
import type { Notice } from './notice.ts';
import { QueuePage } from './QueuePage.tsx';
import { asQueueName } from './queues.ts';
import type { WorkPageProps } from '../shell/work.ts';
import '../styles/reviews.css';
import '../styles/case.css';

export default function ReviewsArea({ place, session }: WorkPageProps) {
  const queue = place[0] === 'queue' ? asQueueName(place[1]) : place.length === 0 ? 'team' : undefined;
  const applicationId = queue === undefined ? (place[0] ?? null) : null;
  const [latest, setNotice] = useState<Notice | null>(null);
  const notice = latest?.onPageOf === applicationId ? latest : null;
  return (
    <>
      <div role="status" className={notice ? 'reviews-notice' : ''}>
        {notice && <p className={`notice notice-${notice.tone}`}>{notice.text}</p>}
      </div>
      {applicationId === null ? (
        <QueuePage queue={queue ?? 'team'} onNotice={setNotice} />
      ) : (
        <CasePage
          key={applicationId}
          applicationId={applicationId}
          staff={session.staff}
          onNotice={setNotice}
        />
      )}
    </>
  );
}
