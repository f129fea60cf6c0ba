// What a call can end with besides an answer; each carries the msgid under which the message can be asked about again.

/** The institution's side refused the message (infcode -1); `message` is a Chinese sentence for the cashier. Nothing was done. */
export class Refused extends Error {
  readonly infno: string;
  readonly msgid: string;

  constructor(infno: string, msgid: string, sentence: string) {
    super(sentence);
    this.name = 'Refused';
    this.infno = infno;
    this.msgid = msgid;
  }
}

/** The gateway did not accept the headers: a wrong or ended key, a wrong clock. Nothing was done; trying again does not help. */
export class GatewayRefusal extends Error {
  readonly code: number;
  readonly msgid: string;

  constructor(code: number, msgid: string, sentence: string) {
    super(sentence);
    this.name = 'GatewayRefusal';
    this.code = code;
    this.msgid = msgid;
  }
}

/**
 * No answer came, also after all retries: nobody knows whether it was done. Send the same input with the same msgid again
 * later (it is done at most once), or revoke it with 2601 naming this msgid.
 */
export class NoAnswer extends Error {
  readonly infno: string;
  readonly msgid: string;
  readonly attempts: number;

  constructor(infno: string, msgid: string, attempts: number, cause: unknown) {
    super(
      `没有收到 ${infno} 的应答（已发送 ${attempts} 次），结果不明，请用同一个 msgid ${msgid} 重发或冲正`,
      {
        cause,
      },
    );
    this.name = 'NoAnswer';
    this.infno = infno;
    this.msgid = msgid;
    this.attempts = attempts;
  }
}
