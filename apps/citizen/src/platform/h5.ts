// Inside a provincial app (辽事通, 皖事通): the generic bridge. The app puts one object into the page, `GongjiHost`, whose `open`
// takes a native page's name and a JSON text with what it needs; it tells nothing back.
import type { Platform } from './port.ts';

interface GongjiHost {
  open(page: string, query: string): void;
}

export const hostObject = (): GongjiHost | undefined =>
  (globalThis as { GongjiHost?: GongjiHost }).GongjiHost;

export const h5: Platform = {
  name: 'h5',
  open: async (page, query) => hostObject()?.open(page, JSON.stringify(query)),
};
