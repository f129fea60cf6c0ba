// Canonical JSON: keys sorted, so that equal content always has equal bytes, also after a way through jsonb.
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json | undefined };

/** Keys in code-unit order at every level, absent values left out, no spaces. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(sorted(value));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  entries.sort(([left], [right]) => (left < right ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}
