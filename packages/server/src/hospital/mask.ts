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

/** JSON of the value with people masked, cut to `most` characters. */
export function maskedJson(value: unknown, most: number): string {
  const text =
    JSON.stringify(value, (key, inner: unknown) => (hidden.has(key) ? masked(inner) : inner)) ?? '';
  return maskedText(text, most);
}

/** Identity numbers and phones masked wherever they are, cut to `most` characters. */
export function maskedText(text: string, most: number): string {
  const plain = redactText(text).replaceAll('\u0000', '');
  return plain.length > most ? `${plain.slice(0, most)}…` : plain;
}
