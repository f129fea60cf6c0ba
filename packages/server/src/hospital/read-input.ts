// Reads the input of a message against the field table; what is wrong is named by field and label, for the cashier.
import { done } from '@gongji/service';
import { dictionaries } from './dictionaries.ts';
import type { Field, Fields, Node, Nodes, ReadNodes } from './field.ts';

/** Read, or one Chinese sentence that says which field is wrong and what is allowed. */
export type Reading<Value> = { ok: true; value: Value } | { ok: false; message: string };

const wrong = (message: string): { ok: false; message: string } => ({ ok: false, message });
const named = (name: string, { label }: Field): string => `${name}（${label}）`;
/** Most digits that are exact as a number of fen. */
const mostWholeDigits = 13;
/** Most entries of a list in one message. */
const mostEntries = 1000;

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

/** Reads all nodes; nodes that the table does not name are passed over, as are fields. */
export function readInput<Of extends Nodes>(nodes: Of, input: unknown): Reading<ReadNodes<Of>> {
  if (typeof input !== 'object' || input === null) return wrong('input（交易输入）应是一个对象。');
  const read: Record<string, unknown> = {};
  for (const [name, node] of Object.entries(nodes)) {
    const around = node.within === undefined ? input : (input as Record<string, unknown>)[node.within];
    const found = name === '' ? input : (around as Record<string, unknown> | null | undefined)?.[name];
    const value = readNode(name === '' ? 'input' : name, node, found);
    if (!value.ok) return value;
    read[name] = value.value;
  }
  return done(read as ReadNodes<Of>);
}

/** A single object is taken for a list of one, and a list of one for an object: clients do either. */
function readNode(name: string, node: Node, found: unknown): Reading<unknown> {
  const given: unknown[] = Array.isArray(found)
    ? found
    : found === undefined || found === null
      ? []
      : [found];
  if (!node.many) {
    if (given.length !== 1) return wrong(`input.${name} 节点应是一个对象，收到了 ${given.length} 个。`);
    return readFields(name, node.fields, given[0]);
  }
  if (given.length === 0) return wrong(`input.${name} 节点不能为空，至少要有一条。`);
  return readEntries(name, node.fields, given);
}

function readEntries(name: string, fields: Fields, given: readonly unknown[]): Reading<unknown> {
  if (given.length > mostEntries) return wrong(`input.${name} 一次最多 ${mostEntries} 条，请分批上传。`);
  const entries: unknown[] = [];
  for (const [index, entry] of given.entries()) {
    const value = readFields(`${name} 第 ${index + 1} 条`, fields, entry);
    if (!value.ok) return value;
    entries.push(value.value);
  }
  return done(entries);
}

function readFields(where: string, fields: Fields, found: unknown): Reading<unknown> {
  if (typeof found !== 'object' || found === null || Array.isArray(found)) {
    return wrong(`input.${where} 应是一个对象。`);
  }
  const read: Record<string, unknown> = {};
  for (const name in fields) {
    const field = fields[name]!;
    const value = (found as Record<string, unknown>)[name];
    if (isEmpty(value)) {
      if (field.required) return wrong(`${where}：字段 ${named(name, field)}不能为空。`);
      read[name] = field.kind === 'money' || field.kind === 'number' ? null : '';
      continue;
    }
    const one = readValue(name, field, value);
    if (!one.ok) return wrong(`${where}：${one.message}`);
    read[name] = one.value;
  }
  return done(read);
}

function readValue(name: string, field: Field, value: unknown): Reading<unknown> {
  switch (field.kind) {
    case 'money':
    case 'number':
      return readAmount(name, field, value);
    case 'bytes':
      return readBytes(name, field, value);
    case 'nodes':
      return readEntries(
        `的 ${named(name, field)}`,
        field.fields ?? {},
        Array.isArray(value) ? value : [value],
      );
    case 'any':
      return done(value);
    case 'flag':
      return typeof value === 'boolean'
        ? done(value)
        : wrong(`字段 ${named(name, field)}应是 true 或 false。`);
    default:
      return readText(name, field, value);
  }
}

const decimalShape = /^(-?)(\d+)(?:\.(\d+))?$/;

/** Exact: the digits are read, never a fraction computed. */
export function readAmount(name: string, field: Field, value: unknown): Reading<number> {
  const plain =
    typeof value === 'number' ? plainNumber(value) : typeof value === 'string' ? value.trim() : '';
  const match = decimalShape.exec(plain);
  const isMoney = field.kind === 'money';
  const decimals = isMoney ? 2 : (field.decimals ?? 0);
  if (!match) return wrong(`字段 ${named(name, field)}应是数字，例如 ${isMoney ? '12.50' : '1'}。`);
  const [, sign = '', whole = '', given = ''] = match;
  const fraction = given.replace(/0+$/, '');
  if (sign !== '' && Number(plain) !== 0 && !field.signed)
    return wrong(`字段 ${named(name, field)}不能是负数。`);
  if (fraction.length > decimals) {
    return wrong(
      `字段 ${named(name, field)}${decimals === 0 ? '应是整数' : `最多 ${decimals} 位小数`}，收到的是 ${plain.slice(0, 30)}。`,
    );
  }
  const wholeDigits = whole.replace(/^0+/, '');
  const most = isMoney ? mostWholeDigits - 3 : Math.min(mostWholeDigits, (field.length ?? 16) - decimals);
  if (wholeDigits.length > most) return wrong(`字段 ${named(name, field)}太大，整数部分最多 ${most} 位。`);
  const size = isMoney ? Number(`${wholeDigits}${fraction.padEnd(2, '0')}`) : Number(`${whole}.${fraction}`);
  return done(sign === '' || size === 0 ? size : -size);
}

/** The shortest decimal of a JSON number; sums such as 0.1 + 0.2 are taken for what was meant. */
function plainNumber(value: number): string {
  if (!Number.isFinite(value) || Math.abs(value) >= 1e15) return 'too large';
  const text = String(value);
  return decimalShape.test(text) && text.length < 16 ? text : value.toFixed(6);
}

function readText(name: string, field: Field, value: unknown): Reading<string> {
  const plain =
    typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : undefined;
  if (plain === undefined) return wrong(`字段 ${named(name, field)}应是文字。`);
  if (plain.includes('\u0000')) return wrong(`字段 ${named(name, field)}含有不能使用的字符。`);
  if (field.length !== undefined && plain.length > field.length) {
    return wrong(`字段 ${named(name, field)}最多 ${field.length} 个字，收到 ${plain.length} 个。`);
  }
  if (field.kind === 'date') return readDay(name, field, plain);
  if (field.kind === 'time') return readTime(name, field, plain);
  if (field.dictionary !== undefined && dictionaries.get(field.dictionary)?.codes.has(plain) !== true) {
    return wrong(`字段 ${named(name, field)}的值 ${plain.slice(0, 20)} 不在字典 ${field.dictionary} 中。`);
  }
  return done(plain);
}

const isDay = (day: string): boolean => {
  const at = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(day);
};

function readDay(name: string, field: Field, plain: string): Reading<string> {
  const day = plain.slice(0, 10);
  const isOne = /^\d{4}-\d{2}-\d{2}( \d{2}:\d{2}:\d{2})?$/.test(plain) && isDay(day);
  return isOne ? done(day) : wrong(`字段 ${named(name, field)}应是 2024-10-15 这样的日期。`);
}

function readTime(name: string, field: Field, plain: string): Reading<string> {
  const [day = '', clock = '00:00:00'] = plain.replace('T', ' ').split(' ');
  const isOne =
    /^\d{4}-\d{2}-\d{2}$/.test(day) && isDay(day) && /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?$/.test(clock);
  return isOne
    ? done(`${day} ${clock.slice(0, 8)}`)
    : wrong(`字段 ${named(name, field)}应是 2024-10-15 10:30:00 这样的时间。`);
}

/** Base64, or bytes one by one (signed or not), as clients of either habit send them. */
function readBytes(name: string, field: Field, value: unknown): Reading<Uint8Array> {
  if (Array.isArray(value) && value.every((byte) => Number.isInteger(byte) && byte >= -128 && byte <= 255)) {
    return done(Uint8Array.from(value as number[], (byte) => byte & 0xff));
  }
  if (typeof value === 'string' && /^[A-Za-z0-9+/\s]+={0,2}\s*$/.test(value)) {
    return done(Buffer.from(value, 'base64'));
  }
  return wrong(`字段 ${named(name, field)}应是文件的 Base64 文字，或逐个字节的数组。`);
}
