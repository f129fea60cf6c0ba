// Masks what tells who somebody is in a message that is kept: by field name, and identity numbers and phones anywhere.
import { redactText } from '../redact.ts';

const hidden = new Set([
  'psn_name',
  'userName',
  'coner_name',
  'certno',
  'idNo',
  'mdtrt_cert_no',
  'card_sn',
  'tel',
  'mac',
  'ecToken',
  'ecAuthCode',
  'payAuthNo',
  'payToken',
  'revsToken',
  'ecCode',
  'in',
  'rxIn',
]);

/** First and last character of a name or number, enough to recognise it. */
function masked(value: unknown): unknown {
  if (typeof value !== 'string') return value === null || value === undefined ? value : '***';
  if (value.length < 2) return value === '' ? '' : '*';
  return value.length > 10 ? `${value.slice(0, 3)}***${value.slice(-2)}` : `${value.slice(0, 1)}**`;
}

/** No message of the interface is as deep. */
const deepest = 32;

/** A copy in which the values of hidden names are masked. */
function copyOf(value: unknown, depth = 0): unknown {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
  if (depth === deepest) return '…';
  if (Array.isArray(value)) return value.map((inner) => copyOf(inner, depth + 1));
  const copy: Record<string, unknown> = {};
  for (const name of Object.keys(value)) {
    const inner = (value as Record<string, unknown>)[name];
    // As an own property: a sender may name a field `__proto__`.
    const shown = hidden.has(name) ? masked(inner) : copyOf(inner, depth + 1);
    if (name === '__proto__') Object.defineProperty(copy, name, { value: shown, enumerable: true });
    else copy[name] = shown;
  }
  return copy;
}

/** JSON of the value with people masked, cut to `most` characters. */
export function maskedJson(value: unknown, most: number): string {
  // A copy and a plain JSON cost a fraction of JSON with a replacer.
  return maskedText(JSON.stringify(copyOf(value)) ?? '', most);
}

/** Identity numbers and phones masked wherever they are, cut to `most` characters. */
export function maskedText(text: string, most: number): string {
  const plain = redactText(text).replaceAll('\u0000', '');
  return plain.length > most ? `${plain.slice(0, most)}…` : plain;
}
