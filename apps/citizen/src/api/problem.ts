// What can go wrong with a request, in words that a person can act on.
import type { ErrorBody } from '@gongji/contract';

type Details = NonNullable<ErrorBody['error']['details']>;

/** `refused`: the server answered no. `unanswered`: nobody knows whether it arrived; the same key may be sent again. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly kind: 'refused' | 'unanswered';
  readonly code: string;
  readonly remedy: string;
  readonly field: string | undefined;
  readonly details: Details;

  constructor(kind: Problem['kind'], error: ErrorBody['error']) {
    super(error.message);
    this.kind = kind;
    this.code = error.code;
    this.remedy = error.remedy;
    this.field = error.field;
    this.details = error.details ?? {};
  }
}

export const offline = (): Problem =>
  new Problem('unanswered', {
    code: 'offline',
    message: '网络不通，没有收到回应。',
    remedy: '请检查网络后点“重试”。重试不会重复办理，也不会重复扣钱。',
  });

export const faulty = (): Problem =>
  new Problem('unanswered', {
    code: 'fault',
    message: '系统出了一点问题，暂时没有办成。',
    remedy: '请稍后点“重试”。重试不会重复办理，也不会重复扣钱。',
  });

/** Any thrown value as a problem that can be shown. */
export const asProblem = (thrown: unknown): Problem => (thrown instanceof Problem ? thrown : faulty());

/** Reads a refusal out of an answer's body; anything else is a fault of the system. */
export function problemOf(status: number, body: unknown): Problem {
  if (typeof body === 'object' && body !== null && 'error' in body) {
    const { error } = body as ErrorBody;
    if (typeof error.message === 'string' && typeof error.remedy === 'string') {
      return new Problem(status >= 500 ? 'unanswered' : 'refused', error);
    }
  }
  return faulty();
}
