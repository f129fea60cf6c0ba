// The fields of the institutions' interface: their kinds, labels and lengths, and the types of what is read and written.

/** What a field holds on the wire; `money` is yuan there and integer fen with us. */
type Kind = 'text' | 'code' | 'money' | 'number' | 'date' | 'time' | 'bytes' | 'flag' | 'nodes' | 'any';

export interface Field<Of extends Kind = Kind, Required extends boolean = boolean> {
  kind: Of;
  /** The field's Chinese name in the interface. */
  label: string;
  required: Required;
  /** Most characters of a text; digits of a number before and after the point. */
  length?: number;
  decimals?: number;
  /** Dictionary whose codes are the only ones allowed. */
  dictionary?: string;
  /** Whether an amount may be below zero when it is read. */
  signed?: boolean;
  /** Of the entries of a list within an entry. */
  fields?: Fields;
}
export type Fields = Record<string, Field>;

/** A node of the input or output: one object, or a list of them. */
export interface Node<Of extends Fields = Fields, Many extends boolean = boolean> {
  fields: Of;
  many: Many;
  /** Name of the node that it stands in; a node of the input or output itself where absent. */
  within?: string;
}
/** The nodes of an input or output by name; the name '' stands for the input or output itself. */
export type Nodes = Record<string, Node>;

type Read<Of extends Field> = Of['kind'] extends 'money' | 'number'
  ? number | (Of['required'] extends true ? never : null)
  : Of['kind'] extends 'flag'
    ? boolean
    : Of['kind'] extends 'bytes'
      ? Uint8Array
      : Of['kind'] extends 'nodes' | 'any'
        ? unknown
        : string;
/** What was read: texts trimmed and `''` when absent, money in fen, absent optional numbers null. */
export type ReadFields<Of extends Fields> = { [Name in keyof Of]: Read<Of[Name]> };
export type ReadNodes<Of extends Nodes> = {
  [Name in keyof Of]: Of[Name] extends Node<infer Inner, infer Many>
    ? Many extends true
      ? ReadFields<Inner>[]
      : ReadFields<Inner>
    : never;
};

type Written<Of extends Field> = Of['kind'] extends 'money' | 'number'
  ? number
  : Of['kind'] extends 'flag'
    ? boolean
    : Of['kind'] extends 'any'
      ? object
      : string;
/** What a transaction answers; fields that are left out are written empty (numbers 0, all else ''). */
type WrittenFields<Of extends Fields> = { [Name in keyof Of]?: Written<Of[Name]> | undefined };
export type WrittenNodes<Of extends Nodes> = {
  [Name in keyof Of]: Of[Name] extends Node<infer Inner, infer Many>
    ? Many extends true
      ? readonly WrittenFields<Inner>[]
      : WrittenFields<Inner>
    : never;
};

export const text = (label: string, length: number): Field<'text', true> => ({
  kind: 'text',
  label,
  required: true,
  length,
});
/** A text of a dictionary; with `dictionary` no other code is accepted. */
export const code = (label: string, length: number, dictionary?: string): Field<'code', true> => ({
  kind: 'code',
  label,
  required: true,
  length,
  ...(dictionary === undefined ? {} : { dictionary }),
});
/** Like `money`, below zero where refunds outweigh. */
export const signedMoney = (label: string): Field<'money', true> => ({ ...money(label), signed: true });
/** Yuan with two decimals on the wire, never negative when read; integer fen with us. */
export const money = (label: string): Field<'money', true> => ({ kind: 'money', label, required: true });
export const number = (label: string, length: number, decimals = 0): Field<'number', true> => ({
  kind: 'number',
  label,
  required: true,
  length,
  decimals,
});
/** `yyyy-MM-dd`. */
export const date = (label: string): Field<'date', true> => ({ kind: 'date', label, required: true });
/** `yyyy-MM-dd HH:mm:ss`. */
export const time = (label: string): Field<'time', true> => ({ kind: 'time', label, required: true });
/** A file: Base64, or a list of bytes. */
export const bytes = (label: string): Field<'bytes', true> => ({ kind: 'bytes', label, required: true });
/** A list of entries within an entry; may be left out. */
export const nodes = (label: string, fields: Fields): Field<'nodes', false> => ({
  kind: 'nodes',
  label,
  required: false,
  fields,
});
export const flag = (label: string): Field<'flag', true> => ({ kind: 'flag', label, required: true });
/** Whatever an area puts there; nothing is read of it. */
export const extra = (label: string): Field<'any', false> => ({ kind: 'any', label, required: false });
/** May be left out. */
export const optional = <Of extends Kind>(field: Field<Of, true>): Field<Of, false> => ({
  ...field,
  required: false,
});

export const one = <Of extends Fields>(fields: Of): Node<Of, false> => ({ fields, many: false });
export const many = <Of extends Fields>(fields: Of): Node<Of, true> => ({ fields, many: true });
/** A list that stands inside another node. */
export const manyWithin = <Of extends Fields>(within: string, fields: Of): Node<Of, true> => ({
  ...many(fields),
  within,
});
