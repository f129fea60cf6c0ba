// The native pages as data and handlers, for the `Page` of either host.
import type { Host } from './host.ts';
import { pay, photograph, signIn, startAddress, subscribe } from './tasks.ts';
import type { Shown } from './tasks.ts';

/** As the hosts hand over what stands after the question mark. */
type Query = Record<string, string | undefined>;

interface PageThis {
  data: { query: Query };
  setData(data: object): void;
}

/** A page with one button, which is pressed by the person: nothing happens on its own. */
function taskPage(run: (query: Query) => Promise<Shown>) {
  return {
    data: { query: {} as Query, working: false, problem: '' },
    onLoad(this: PageThis, query: Query = {}) {
      this.setData({ query });
    },
    async go(this: PageThis & { data: Shown }) {
      if (this.data.working) return;
      this.setData({ working: true, problem: '' });
      this.setData(await run(this.data.query));
    },
  };
}

const listed = (templates: string | undefined): string[] => (templates ?? '').split(',').filter(Boolean);

export const pagesOf = (host: Host) => ({
  login: taskPage(({ to = '' }) => signIn(host, decodeURIComponent(to))),
  pay: taskPage(({ ticket = '' }) => pay(host, ticket)),
  photo: taskPage(({ ticket = '' }) => photograph(host, ticket)),
  subscribe: taskPage(({ ticket = '', templates }) => subscribe(host, ticket, listed(templates))),
  web: {
    data: { src: '' },
    onLoad(this: PageThis, query: Query = {}) {
      this.setData({ src: query['address'] ? decodeURIComponent(query['address']) : startAddress() });
    },
  },
});
