// What the pages ask of the place they run in: a browser, a mini-program's web view, or a provincial app.

/** Pages of a shell that take over for a moment. */
export type NativePage = 'login' | 'pay' | 'photo' | 'subscribe';

/** Never tells an outcome: the pages ask the server for it. */
export interface Platform {
  name: 'web' | 'wechat' | 'alipay' | 'h5';
  /** Opens a native page over the present one; null in a browser, which does everything itself. */
  open: ((page: NativePage, query: Readonly<Record<string, string>>) => Promise<void>) | null;
}

/** `/pages/pay/pay?ticket=…`, as both hosts name the pages of a shell. */
export function nativeAddress(page: NativePage, query: Readonly<Record<string, string>>): string {
  return `/pages/${page}/${page}?${new URLSearchParams(query).toString()}`;
}
