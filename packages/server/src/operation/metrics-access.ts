// Who may read the metrics: whoever holds the token; without a token only a program on this very machine.
import { createHash, timingSafeEqual } from 'node:crypto';

export interface MetricsAsking {
  authorization: string | undefined;
  /** Address of the socket's other end. */
  address: string | undefined;
  /** What a proxy says it passes on for; a proxy on this machine must not lend its own address to strangers. */
  forwarded: string | undefined;
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
const isLoopback = (address: string): boolean => /^(::ffff:)?127\.|^::1$/.test(address);

/** @param token the setting GONGJI_METRICS_TOKEN, or null when it is not set. */
export function mayReadMetrics(token: string | null, asking: MetricsAsking): boolean {
  if (token !== null) {
    return timingSafeEqual(digest(asking.authorization ?? ''), digest(`Bearer ${token}`));
  }
  return asking.forwarded === undefined && asking.address !== undefined && isLoopback(asking.address);
}
