// Token buckets in memory: generous for people, tight enough for a script that runs wild.

export interface RateLimit {
  /** Takes one token of `key`; false when there is none left. */
  take(key: string, at: Date): boolean;
}

interface Bucket {
  tokens: number;
  filledAtMs: number;
}

/** Above so many keys the full buckets are dropped. */
const manyKeys = 10_000;

/**
 * @param burst tokens of a full bucket.
 * @param perSecond how fast a bucket fills again.
 */
export function createRateLimit(burst: number, perSecond: number): RateLimit {
  const buckets = new Map<string, Bucket>();
  const filled = (bucket: Bucket, nowMs: number): number =>
    Math.min(burst, bucket.tokens + (Math.max(0, nowMs - bucket.filledAtMs) / 1000) * perSecond);
  const dropFull = (nowMs: number): void => {
    for (const [key, bucket] of buckets) if (filled(bucket, nowMs) >= burst) buckets.delete(key);
  };
  return {
    take(key, at) {
      const nowMs = at.getTime();
      const bucket = buckets.get(key);
      const tokens = bucket ? filled(bucket, nowMs) : burst;
      if (tokens < 1) return false;
      if (!bucket && buckets.size >= manyKeys) dropFull(nowMs);
      buckets.set(key, { tokens: tokens - 1, filledAtMs: nowMs });
      return true;
    },
  };
}
