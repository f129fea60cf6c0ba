// While the page of an own case is open, its claim is renewed; a claim that was lost is told at once.
import { useEffect, useEffectEvent } from 'react';
import { call } from '../api/call.ts';
import { Failure } from '../api/failure.ts';
import { noticeExpiry, refreshAll } from '../api/queries.ts';
import type { OnNotice } from './notice.ts';

/** A fifth of the lease, in ms. */
const everyMs = 60_000;

export function useHeartbeat(applicationId: string, isMine: boolean, onNotice: OnNotice): void {
  const beat = useEffectEvent(async () => {
    try {
      await call('renewReviewClaim', { params: { applicationId } });
    } catch (error) {
      noticeExpiry(error);
      if (!(error instanceof Failure) || error.code !== 'claim-missing') return;
      onNotice({
        text: '您领取的这件申请已到时或被主管收回，现在不能提交决定。',
        tone: 'warning',
        onPageOf: applicationId,
      });
      await refreshAll();
    }
  });
  useEffect(() => {
    if (!isMine) return;
    const timer = setInterval(() => void beat(), everyMs);
    return () => clearInterval(timer);
  }, [isMine, applicationId]);
}
