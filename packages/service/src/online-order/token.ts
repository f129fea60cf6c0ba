// Tokens of online orders: made from the order and our key, so that none is kept.
import { timingSafeEqual } from 'node:crypto';
import type { FieldCipher } from '@gongji/database';

/** How long an order may be given back by the token of its payment, in ms: the interface says one hour. */
const reversalValidMs = 60 * 60_000;
/** The interface's tokens have at most 40 characters. */
const tokenLength = 40;

const tokenOf = (cipher: FieldCipher, text: string): string =>
  cipher.lookupHash(text).toString('base64url').slice(0, tokenLength);

function isSame(expected: string, given: string): boolean {
  const [one, other] = [Buffer.from(expected), Buffer.from(given)];
  return one.length === other.length && timingSafeEqual(one, other);
}

/** Shows that a message of an order comes from who uploaded it. */
export const payToken = (cipher: FieldCipher, orderId: string): string =>
  tokenOf(cipher, `pay token ${orderId}`);
export const isPayToken = (cipher: FieldCipher, orderId: string, given: string): boolean =>
  isSame(payToken(cipher, orderId), given);

interface Paid {
  settlementId: string;
  paidAt: Date;
}

/** By which the institution may give an order back when its own books failed; `''` once the hour is over. */
export function reversalToken(cipher: FieldCipher, { settlementId, paidAt }: Paid, now: Date): string {
  const isOver = now.getTime() - paidAt.getTime() > reversalValidMs;
  return isOver ? '' : tokenOf(cipher, `reversal token ${settlementId}`);
}
export function isReversalToken(cipher: FieldCipher, paid: Paid, now: Date, given: string): boolean {
  const expected = reversalToken(cipher, paid, now);
  return expected !== '' && isSame(expected, given);
}
