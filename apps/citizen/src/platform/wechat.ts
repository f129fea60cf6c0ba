// Inside the web view of a WeChat mini-program. Its payment cannot be started here, only on a native page.
import { nativeAddress, type Platform } from './port.ts';
import { loadScript } from './script.ts';

interface WeChat {
  miniProgram: { navigateTo(options: { url: string }): void };
}

/** Loaded when it is first needed: the first page does not wait for it. */
let ready: Promise<WeChat> | undefined;
const host = (): Promise<WeChat> => {
  ready ??= loadScript('https://res.wx.qq.com/open/js/jweixin-1.6.0.js').then(
    () => (window as unknown as { wx: WeChat }).wx,
  );
  return ready;
};

export const wechat: Platform = {
  name: 'wechat',
  open: async (page, query) => (await host()).miniProgram.navigateTo({ url: nativeAddress(page, query) }),
};
