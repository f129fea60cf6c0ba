// The square code of a receipt: what is printed, and an Ed25519 signature over exactly that; no id, so nothing can be looked up.
import { createPublicKey, sign, verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { ReceiptKind } from '@gongji/contract';
import type { Receipt } from '@gongji/service';
import { z } from 'zod';

interface SigningKey {
  id: string;
  key: KeyObject;
}

export interface SigningKeys {
  active: SigningKey;
  /** Every key whose receipts are still accepted, the active one too, by id. */
  accepted: ReadonlyMap<string, KeyObject>;
}

const signatureBytes = 64;
/** Version, kind, number, instant, issuing area, then the values. */
const Printed = z.tuple(
  [z.literal(1), ReceiptKind, z.string(), z.iso.datetime({ offset: true }), z.string()],
  z.string(),
);

const base64url = /^[\w-]+$/;

/** `<key id>.<printed content>.<signature>`, the latter two in base64url. The signature covers all before it. */
export function signReceipt({ active }: SigningKeys, receipt: Receipt): string {
  const { kind, number, at, areaName, values } = receipt;
  const content: z.infer<typeof Printed> = [1, kind, number, at, areaName, ...values];
  const signed = `${active.id}.${Buffer.from(JSON.stringify(content)).toString('base64url')}`;
  return `${signed}.${sign(null, Buffer.from(signed), active.key).toString('base64url')}`;
}

/** The receipt that the code was made for; undefined when it was altered, cut off, or signed by nobody we know. */
export function readReceipt({ accepted }: SigningKeys, code: string): Receipt | undefined {
  const [id, content, signature, ...more] = code.split('.');
  if (id === undefined || content === undefined || signature === undefined || more.length > 0)
    return undefined;
  const key = accepted.get(id);
  const bytes = Buffer.from(signature, 'base64url');
  if (!key || bytes.length !== signatureBytes || !base64url.test(content)) return undefined;
  // Only the one way of writing these bytes is taken: a look-alike code is an altered one.
  if (bytes.toString('base64url') !== signature) return undefined;
  if (!verify(null, Buffer.from(`${id}.${content}`), createPublicKey(key), bytes)) return undefined;
  const printed = Printed.safeParse(JSON.parse(Buffer.from(content, 'base64url').toString('utf8')));
  if (!printed.success) throw new Error('A receipt that we signed is not in our own form');
  const [, kind, number, at, areaName, ...values] = printed.data;
  return { kind, number, at, areaName, values };
}
