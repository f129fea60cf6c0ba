// Which platform this is, by what the hosts say of themselves.
import { alipay } from './alipay.ts';
import { h5, hostObject } from './h5.ts';
import type { Platform } from './port.ts';
import { web } from './web.ts';
import { wechat } from './wechat.ts';

/** @param agent the browser's user agent. A host's ordinary browser is no mini-program: there the web page does it all. */
export function platformOf(agent: string): Platform {
  if (/MicroMessenger/i.test(agent) && /miniProgram/i.test(agent)) return wechat;
  if (/AliApp/i.test(agent) && /MiniProgram/i.test(agent)) return alipay;
  return hostObject() ? h5 : web;
}
