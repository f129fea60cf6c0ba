// One HTTP call to an outside system: five seconds, an answer that fits its schema, or silence.
import type { z } from 'zod';

/** Longer than this and the outcome counts as not known, in ms. */
const timeoutMs = 5_000;

export interface CallLog {
  warn(object: object, message: string): void;
}

interface OutsideRequest<Answers extends Record<number, z.ZodType>> {
  method: 'GET' | 'POST';
  path: string;
  body?: unknown;
  /** The schema of each status that counts as an answer; every other status is silence. */
  answers: Answers;
}

type OutsideAnswer<Answers extends Record<number, z.ZodType>> =
  | {
      [Status in keyof Answers]: { result: 'answered'; status: Status; body: z.infer<Answers[Status]> };
    }[keyof Answers]
  | { result: 'silent' };

export type Call = <const Answers extends Record<number, z.ZodType>>(
  request: OutsideRequest<Answers>,
) => Promise<OutsideAnswer<Answers>>;

/**
 * A caller for one outside system. Network errors, time-outs, other statuses and answers of another shape
 * are all `silent`: whoever asks must treat the outcome as not known.
 */
export function createCall(system: string, baseUrl: string, log: CallLog): Call {
  return async (request) => {
    const silent = (why: string): { result: 'silent' } => {
      log.warn({ system, method: request.method, route: request.path.split('/')[1], why }, 'no answer');
      return { result: 'silent' };
    };
    try {
      const response = await fetch(new URL(request.path, baseUrl), {
        method: request.method,
        signal: AbortSignal.timeout(timeoutMs),
        redirect: 'error',
        ...(request.body === undefined
          ? {}
          : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(request.body) }),
      });
      const schema = request.answers[response.status];
      const text = await response.text();
      if (!schema) return silent(`status ${response.status}`);
      const parsed = schema.safeParse(JSON.parse(text));
      if (!parsed.success) return silent('an answer of another shape');
      return {
        result: 'answered',
        status: response.status,
        body: parsed.data,
      } as OutsideAnswer<typeof request.answers>;
    } catch (error) {
      return silent(error instanceof Error ? error.name : 'unknown error');
    }
  };
}
