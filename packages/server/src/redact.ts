// Masks what tells who somebody is before it reaches a log: by key, and by the shape of a text.

const secretKeys = new Set([
  'name',
  'memberName',
  'giverName',
  'signedName',
  'idNumber',
  'giverIdNumber',
  'memberIdNumber',
  'credential',
  'phone',
  'memberPhone',
  'cookie',
  'set-cookie',
  'authorization',
  'secret',
  'token',
  'password',
  'id_token',
  'access_token',
]);
const idNumberShape = /(?<!\d)(\d{3})\d{11}(\d{3}[\dXx])(?!\d)/g;
const phoneShape = /(?<!\d)(1\d{2})\d{4}(\d{4})(?!\d)/g;
const deepest = 6;

/** The text with identity numbers and mobile phones masked. */
export function redactText(text: string): string {
  return text.replace(idNumberShape, '$1***********$2').replace(phoneShape, '$1****$2');
}

function redactError(error: Error, depth: number): unknown {
  const { name, message, stack, cause, ...rest } = error;
  return {
    ...(redact(rest, depth + 1) as object),
    type: error.constructor.name === 'Object' ? name : error.constructor.name,
    message: redactText(message),
    stack: redactText(stack ?? ''),
    ...(cause === undefined ? {} : { cause: redact(cause, depth + 1) }),
  };
}

/** A copy of the value in which nobody can be told: secret keys hidden, texts masked, errors as plain objects. */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return redactText(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= deepest) return '…';
  if (value instanceof Error) return redactError(value, depth);
  if (value instanceof Date) return value.toISOString();
  if (ArrayBuffer.isView(value)) return `(${value.byteLength} bytes)`;
  if (Array.isArray(value)) return value.map((item) => redact(item, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, secretKeys.has(key) ? '***' : redact(item, depth + 1)]),
  );
}
