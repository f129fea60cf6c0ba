// What a host (WeChat, Alipay) gives a native page: one port, so that what the pages do is written once.

export interface Reply {
  status: number;
  body: unknown;
}

export interface Host {
  name: 'wechat' | 'alipay';
  /** The host's one-time code of its signed-in user. Rejects when the person declines. */
  loginCode(): Promise<string>;
  post(path: string, body: object): Promise<Reply>;
  /** Sends a picture file as the field `photo`. */
  upload(path: string, file: string, headers: Record<string, string>): Promise<Reply>;
  /** Opens the host's cashier; resolves when it closes. What it says of the outcome is worth nothing and is dropped. */
  openCashier(wallet: Record<string, string>): Promise<void>;
  /** Camera or album; the path of one picture. Rejects when the person takes none. */
  takePhoto(): Promise<string>;
  /** Asks whether messages of these templates may be sent. */
  askToSubscribe(templates: readonly string[]): Promise<{ template: string; accepted: boolean }[]>;
  /** Back to the page below, which is the web view. */
  back(): void;
  /** In place of the present page. */
  openWeb(address: string): void;
}
