// The reviewer's part of the app: the queue, and the case that is open.
import type { Session } from '@gongji/contract';
import { useState } from 'react';
import { CasePage } from './CasePage.tsx';
import { QueuePage } from './QueuePage.tsx';
import '../styles/reviews.css';
import '../styles/case.css';

interface ReviewsAreaProps {
  applicationId: string | null;
  session: Session;
}

export default function ReviewsArea({ applicationId, session }: ReviewsAreaProps) {
  const [notice, setNotice] = useState<{ text: string; onPageOf: string | null } | null>(null);
  const isShown = notice !== null && notice.onPageOf === applicationId;
  return (
    <>
      <p role="status" className={isShown ? 'notice' : 'visually-hidden'}>
        {isShown && notice.text}
      </p>
      {applicationId === null ? (
        <QueuePage today={session.today} />
      ) : (
        <CasePage
          key={applicationId}
          applicationId={applicationId}
          today={session.today}
          onNotice={(text, onPageOf) => setNotice({ text, onPageOf })}
        />
      )}
    </>
  );
}
