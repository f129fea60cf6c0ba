// Keeps the page live: the server tells that something changed, and everything shown is asked again.
import { eventsPath } from '@gongji/contract/paths';
import { useEffect } from 'react';
import { refreshAll } from './queries.ts';

export function useEvents(signedIn: boolean): void {
  useEffect(() => {
    if (!signedIn) return;
    const source = new EventSource(eventsPath);
    const refresh = () => void refreshAll();
    source.addEventListener('changed', refresh);
    // What changed between the answers that are shown and the server's own first word was told to nobody.
    source.addEventListener('open', (event) => {
      if (event instanceof MessageEvent) refresh();
    });
    return () => source.close();
  }, [signedIn]);
}
