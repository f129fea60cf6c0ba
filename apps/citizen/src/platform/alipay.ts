// Inside the web view of an Alipay mini-program.
import { nativeAddress, type Platform } from './port.ts';
import { loadScript } from './script.ts';

interface Alipay {
  navigateTo(options: { url: string }): void;
}

let ready: Promise<Alipay> | undefined;
const host = (): Promise<Alipay> => {
  ready ??= loadScript('https://appx/web-view.min.js').then(() => (window as unknown as { my: Alipay }).my);
  return ready;
};

export const alipay: Platform = {
  name: 'alipay',
  open: async (page, query) => (await host()).navigateTo({ url: nativeAddress(page, query) }),
};
