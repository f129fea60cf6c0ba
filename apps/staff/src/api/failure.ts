// What went wrong with a call, in words that a page can show as they are.
import type { ErrorBody } from '@gongji/contract';

interface FailureInit {
  status: number;
  code: string;
  message: string;
  remedy: string;
  field?: string | undefined;
}

const faultCode = 'fault';

export class Failure extends Error {
  /** HTTP status, 0 when no answer came. */
  readonly status: number;
  readonly code: string;
  readonly remedy: string;
  readonly field: string | undefined;

  constructor(init: FailureInit) {
    super(init.message);
    this.name = 'Failure';
    this.status = init.status;
    this.code = init.code;
    this.remedy = init.remedy;
    this.field = init.field;
  }

  /** The server has decided; without it nobody knows whether the thing was done, and the key must be kept. */
  get answered(): boolean {
    return (this.status >= 400 && this.status < 500) || this.isRefusedForNow;
  }

  /** Refused by the catalogue because an outside system is silent: nothing was done, and it can be tried again. */
  get isRefusedForNow(): boolean {
    return this.status === 503 && this.code !== faultCode;
  }
}

export const unanswered = (): Failure =>
  new Failure({
    status: 0,
    code: 'no-answer',
    message: '没有收到系统的回答，不知道这一步办成了没有。',
    remedy: '请检查网络后点“重试”。重试用的是同一个编号，不会重复办理。',
  });

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

function isErrorBody(body: unknown): body is ErrorBody {
  if (!isRecord(body) || !isRecord(body['error'])) return false;
  const { code, message, remedy } = body['error'];
  return [code, message, remedy].every((text) => typeof text === 'string');
}

/** Reads the error shape of the contract; any other body of a failed call becomes a sentence of our own. */
export function failureOf(status: number, body: unknown): Failure {
  if (isErrorBody(body)) return new Failure({ status, ...body.error });
  return new Failure({
    status,
    code: faultCode,
    message: `系统出了问题（${status}），不知道这一步办成了没有。`,
    remedy: '请稍等片刻再点“重试”；一直不行请联系系统管理员。',
  });
}

/** Anything thrown, as a failure to show. */
export const asFailure = (error: unknown): Failure => (error instanceof Failure ? error : unanswered());

/** What a mutation holds as its error, as a failure to show or nothing. */
export const failureIn = (error: unknown): Failure | null =>
  error === null || error === undefined ? null : asFailure(error);
