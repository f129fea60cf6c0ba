// Keeps the page live: the server tells that something changed, and everything shown is asked again.
import { eventsPath } from '@gongji/contract/paths';
import { useEffect } from 'react';
import { refreshAll } from './queries.ts';

export function useEvents(signedIn: boolean): void {
  useEffect(() => {
    if (!signedIn) return;
    const source = new EventSource(eventsPath);
    let wasLost = false;
    const refresh = () => void refreshAll();
    const reopened = () => {
      if (wasLost) refresh();
      wasLost = false;
    };
    source.addEventListener('changed', refresh);
    source.addEventListener('open', reopened);
    source.addEventListener('error', () => (wasLost = true));
    return () => source.close();
  }, [signedIn]);
}
