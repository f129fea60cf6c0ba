// How many messages an institution's software may send: each institution by its own limit, so that one can't crowd out another.
import { createRateLimit } from './rate-limit.ts';
import type { RateLimit } from './rate-limit.ts';

export interface InstitutionLimit {
  /** Takes one message of the institution; false when its limit is used up. */
  take(institution: { code: string; messagesPerSecond: number }, at: Date): boolean;
}

/** A second's messages may come at once; a changed limit counts from the next message on. */
export function createInstitutionLimit(): InstitutionLimit {
  const limits = new Map<number, RateLimit>();
  return {
    take({ code, messagesPerSecond }, at) {
      let limit = limits.get(messagesPerSecond);
      if (!limit) {
        limit = createRateLimit(messagesPerSecond, messagesPerSecond);
        limits.set(messagesPerSecond, limit);
      }
      return limit.take(code, at);
    },
  };
}
