// The client: one call for every transaction; a message without an answer is sent again, unchanged and under its own msgid.
import { GatewayRefusal, NoAnswer, Refused } from './errors.ts';
import { createMessageIds, timeText } from './message-id.ts';
import type { Infno, InputOf, OutputOf } from './messages.ts';
import { headersFor, stronglySigned } from './signing.ts';
import type { StrongSignature } from './signing.ts';

const path = '/fsi/api/rsfComIfsService/callService';

export interface InstitutionClientOptions {
  /** Address of the insurance side, e.g. `http://localhost:7300`. */
  baseUrl: string;
  accessKey: string;
  secret: string;
  /** Code (12 characters) and name of the institution. */
  institution: { code: string; name: string };
  /** Area code of the institution, six digits. */
  area: string;
  operator?: { code: string; name: string };
  /** Sent in `cainfo` of every message. */
  strong?: StrongSignature;
  /** How long to wait for one answer, in ms; 15,000 if absent. */
  timeoutMs?: number;
  /** How often a message without an answer is sent again; 3 if absent. */
  retries?: number;
  /** Wait before the first retry, in ms, doubled for each further one; 300 if absent. */
  backoffMs?: number;
  /** For tests and for software with its own connection handling. */
  fetch?: typeof fetch;
  now?: () => Date;
  nextMessageId?: (at: Date) => string;
}

export interface CallOptions {
  /** Of a message that was sent before; a new one if absent. */
  msgid?: string;
  /** Insured area of the patient; the institution's if absent. */
  insuredArea?: string;
  /** Number of the operator's sign-in (9001). */
  signNo?: string;
}

export interface Reply<Output> {
  /** Under which the message was sent; keep it with the business, to reverse or ask by. */
  msgid: string;
  /** The insurance side's own number of the answer. */
  reference: string;
  output: Output;
  /** How often the message was sent until an answer came. */
  attempts: number;
}

export interface InstitutionClient {
  /**
   * Sends one message and resolves with its answer.
   * Rejects with Refused, GatewayRefusal or NoAnswer.
   */
  call<Of extends Infno>(infno: Of, input: InputOf<Of>, options?: CallOptions): Promise<Reply<OutputOf<Of>>>;
  /** A msgid to be kept before the message is sent, so that it is known also after a crash. */
  newMessageId(): string;
}

interface Answer {
  infcode?: number;
  inf_refmsgid?: string;
  err_msg?: string;
  output?: unknown;
  code?: number;
  message?: string;
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

export function createInstitutionClient(options: InstitutionClientOptions): InstitutionClient {
  const { institution, area, secret, strong, retries = 3, timeoutMs = 15_000, backoffMs = 300 } = options;
  const now = options.now ?? (() => new Date());
  const send = options.fetch ?? fetch;
  const nextMessageId = options.nextMessageId ?? createMessageIds(institution.code);
  const url = `${options.baseUrl.replace(/\/+$/, '')}${path}`;

  const envelopeOf = (infno: string, msgid: string, input: unknown, of: CallOptions) => ({
    infno,
    msgid,
    mdtrtarea_admvs: area,
    insuplc_admdvs: of.insuredArea ?? area,
    recer_sys_code: 'HIS',
    dev_no: '',
    dev_safe_info: '',
    cainfo: '',
    signtype: '',
    infver: 'V1.0',
    opter_type: '1',
    opter: options.operator?.code ?? 'HIS',
    opter_name: options.operator?.name ?? '系统',
    inf_time: timeText(now()),
    fixmedins_code: institution.code,
    fixmedins_name: institution.name,
    sign_no: of.signNo ?? '',
    input,
  });

  /** One sending; undefined where no usable answer came. The body stays the same, only the headers are made anew. */
  async function sendOnce(infno: string, body: string): Promise<Answer> {
    const response = await send(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json; charset=utf-8',
        ...headersFor(options, infno, now().getTime()),
      },
      body,
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (response.status >= 500) throw new Error(`HTTP ${response.status}`);
    if (response.headers.get('content-type')?.startsWith('application/octet-stream')) {
      return { infcode: 0, output: new Uint8Array(await response.arrayBuffer()) };
    }
    return (await response.json()) as Answer;
  }

  return {
    newMessageId: () => nextMessageId(now()),
    async call(infno, input, of = {}) {
      const msgid = of.msgid ?? nextMessageId(now());
      const body = stronglySigned(envelopeOf(infno, msgid, input, of), strong, secret);
      let cause: unknown;
      for (let attempt = 1; attempt <= retries + 1; attempt += 1) {
        if (attempt > 1) await sleep(backoffMs * 2 ** (attempt - 2));
        let answer: Answer;
        try {
          answer = await sendOnce(infno, body);
        } catch (error) {
          cause = error;
          continue;
        }
        if (answer.infcode === 0) {
          return {
            msgid,
            reference: answer.inf_refmsgid ?? '',
            output: answer.output as OutputOf<typeof infno>,
            attempts: attempt,
          };
        }
        if (answer.infcode === -1) throw new Refused(infno, msgid, answer.err_msg ?? '');
        if (answer.code !== undefined) throw new GatewayRefusal(answer.code, msgid, answer.message ?? '');
        cause = new Error('an answer of another shape');
      }
      throw new NoAnswer(infno, msgid, retries + 1, cause);
    },
  };
}
