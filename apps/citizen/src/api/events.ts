// Hears from the server that something of the signed-in person changed, and asks again.
import { eventsPath } from '@gongji/contract/paths';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

/** Listens while `on`; the browser reconnects by itself, and polling covers what is missed. */
export function useChanges(on: boolean): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!on) return;
    const source = new EventSource(eventsPath);
    const ask = () => void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'quote' });
    source.addEventListener('changed', ask);
    // What changed between the answers that are shown and the server's own first word was told to nobody.
    source.addEventListener('open', (event) => {
      if (event instanceof MessageEvent) ask();
    });
    return () => source.close();
  }, [on, client]);
}
