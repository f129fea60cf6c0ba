// The hash of what a caller asked, by which a repeated idempotency key is told from one that is reused for something else.
import { createHash, hash } from 'node:crypto';
import type { AccountRef } from './account.ts';
import type { Command } from './command.ts';

/** SHA-256 (hexadecimal) of a value's JSON with sorted keys; absent and undefined are the same. */
export function contentHashOf(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex');
}

/**
 * The hash of a command: 128 bits of SHA-256 over its values in a fixed order. When it was sent and when its hold ends do not
 * count: a retry comes later.
 */
export function commandHashOf(command: Command): string {
  return hash('sha256', JSON.stringify(valuesOf(command)), 'hex').slice(0, 32);
}

/** Whether the stored hash is the command's; hashes of 256 bits were stored before records were. */
export function isHashOf(stored: string, command: Command): boolean {
  if (stored.length === 32) return stored === commandHashOf(command);
  const content: Record<string, unknown> = { ...command };
  delete content['at'];
  delete content['expiresAt'];
  return stored === contentHashOf(content);
}

function valuesOf(command: Command): unknown[] {
  const { type, kind, reference, businessDate } = command;
  const values: unknown[] = [type, kind, reference, businessDate];
  const add = ({ area, kind: accountKind, owner, partYear }: AccountRef, amount: number | string) =>
    values.push(area, accountKind, owner, partYear ?? 0, amount);
  switch (command.type) {
    case 'post':
    case 'hold':
      for (const { account, amountFen } of command.legs) add(account, amountFen);
      if ('resolves' in command) values.push('resolves', command.resolves);
      if ('relation' in command) values.push('relation', command.relation, command.whenRelationEnds);
      break;
    case 'capture':
      values.push(command.holdId);
      for (const { account, amountFen } of command.to) add(account, amountFen);
      if (command.part) values.push('part');
      for (const { account, amountFen } of command.part ?? []) add(account, amountFen);
      if (command.ifExpired) add(command.ifExpired, 'ifExpired');
      break;
    case 'void':
    case 'expire':
    case 'doubt':
      values.push(command.holdId);
      break;
    case 'reverse':
      values.push(command.journalId);
      break;
    case 'quota':
      values.push(command.owner, command.relation, command.totalFen);
      break;
    case 'freeze':
      add(command.account, command.amountFen);
      break;
    case 'set-status':
      add(command.account, command.status);
      break;
  }
  return values;
}

function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_name, item: unknown) => {
    if (item === null || typeof item !== 'object' || Array.isArray(item)) return item;
    const sorted: Record<string, unknown> = {};
    for (const name of Object.keys(item).sort()) sorted[name] = (item as Record<string, unknown>)[name];
    return sorted;
  });
}
