// Canonical JSON: keys sorted, so that equal content always has equal bytes, also after a way through jsonb.
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json | undefined };

/** Keys in code-unit order at every level, absent values left out, no spaces. */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== 'object' || value instanceof Date) {
    return JSON.stringify(value) ?? 'null';
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  let text = '';
  for (const key of Object.keys(value).sort()) {
    const inner = (value as Record<string, unknown>)[key];
    if (inner !== undefined) text += `${text && ','}${JSON.stringify(key)}:${canonicalJson(inner)}`;
  }
  return `{${text}}`;
}
