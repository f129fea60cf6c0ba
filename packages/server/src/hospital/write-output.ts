// Writes the output of a message by the field table: every field is there, with its type and the interface's emptiness.
import type { Field, Fields, Nodes, WrittenNodes } from './field.ts';

const empty = ({ kind }: Field): unknown =>
  kind === 'money' || kind === 'number' ? 0 : kind === 'flag' ? false : '';

/** Money goes from fen to yuan; an amount that is no safe integer is a fault. */
function writeFields(fields: Fields, given: Record<string, unknown>): Record<string, unknown> {
  const written: Record<string, unknown> = {};
  for (const name in fields) {
    const field = fields[name]!;
    const value = given[name];
    if (value === undefined) written[name] = empty(field);
    else if (field.kind === 'money') written[name] = yuan(value as number);
    else written[name] = value;
  }
  return written;
}

function yuan(fen: number): number {
  if (!Number.isSafeInteger(fen)) throw new Error('An amount of an answer is no integer of fen');
  return fen / 100;
}

/** The output object. The node named '' is the output itself. */
export function writeOutput<Of extends Nodes>(nodes: Of, given: WrittenNodes<Of>): Record<string, unknown> {
  let written: Record<string, unknown> = {};
  for (const [name, node] of Object.entries(nodes)) {
    const value = (given as Record<string, unknown>)[name];
    const shaped = Array.isArray(value)
      ? value.map((entry: Record<string, unknown>) => writeFields(node.fields, entry))
      : writeFields(node.fields, value as Record<string, unknown>);
    if (name === '') written = { ...written, ...(shaped as Record<string, unknown>) };
    else written[name] = shaped;
  }
  return written;
}
