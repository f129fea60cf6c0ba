// Ids say what they name by their prefix; the rest is random and cannot be guessed.
import { randomBytes } from 'node:crypto';

const prefixes = {
  application: 'app',
  relation: 'rel',
  photo: 'pho',
  notice: 'ntc',
  decision: 'dec',
  premium: 'pre',
  premiumOrder: 'por',
  quote: 'quo',
  settlement: 'set',
  usage: 'use',
  delegation: 'del',
  dispute: 'dis',
  reveal: 'rev',
  reconciliation: 'rec',
  institutionKey: 'key',
  visit: 'vis',
  file: 'fil',
  filing: 'ooa',
  order: 'ord',
  refund: 'ref',
  export: 'exp',
  familyAccount: 'fam',
  sight: 'see',
  correction: 'cor',
  policyDraft: 'pol',
  policyVersion: 'ver',
} as const;
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

export type IdKind = keyof typeof prefixes;

/** A new id such as `rel_7h2k…`: 26 characters of 5 random bits each. */
export function newId(kind: IdKind): string {
  const letters = Array.from(randomBytes(26), (byte) => alphabet[byte & 31]).join('');
  return `${prefixes[kind]}_${letters}`;
}
