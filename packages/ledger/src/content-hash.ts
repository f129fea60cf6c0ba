// The hash of what a caller asked, by which a repeated idempotency key is told from one that is reused for something else.
import { createHash } from 'node:crypto';
import type { Command } from './command.ts';

/** SHA-256 (hexadecimal) of a value's JSON with sorted keys; absent and undefined are the same. */
export function contentHashOf(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex');
}

/** The hash of a command. When it was sent and when its hold ends do not count: a retry comes later. */
export function commandHashOf(command: Command): string {
  const content: Record<string, unknown> = { ...command };
  delete content['at'];
  delete content['expiresAt'];
  return contentHashOf(content);
}

function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_name, item: unknown) => {
    if (item === null || typeof item !== 'object' || Array.isArray(item)) return item;
    const sorted: Record<string, unknown> = {};
    for (const name of Object.keys(item).sort()) sorted[name] = (item as Record<string, unknown>)[name];
    return sorted;
  });
}
