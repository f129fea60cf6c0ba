// "Did you mean": the key or word that an author most likely had in mind, from what the form allows at that place.
import type * as z from 'zod';
import type { Keys } from '../field-name.ts';

type Schema = z.core.$ZodType;

/** Words of other units or habits, and what the form calls them. */
const OTHER_NAMES: Record<string, readonly string[]> = {
  yuan: ['fen', 'personalFen'],
  amount: ['fen'],
  percent: ['ratePerTenThousand', 'ratio'],
  rate: ['ratePerTenThousand', 'ratio'],
  start: ['from', 'firstDay'],
  begin: ['from', 'firstDay'],
  end: ['to', 'lastDay'],
  until: ['to', 'lastDay'],
  law: ['source'],
};

interface Definition {
  type: string;
  shape?: Record<string, Schema>;
  element?: Schema;
  innerType?: Schema;
  options?: Schema[];
  valueType?: Schema;
  items?: Schema[];
  in?: Schema;
}

const definitionOf = (schema: Schema): Definition => schema._zod.def;

/** The schemas that stand behind optional, transformed and alternative ones. */
function plain(schema: Schema): Schema[] {
  const { innerType, options, in: input } = definitionOf(schema);
  if (options !== undefined) return options.flatMap(plain);
  const inner = innerType ?? input;
  return inner === undefined ? [schema] : plain(inner);
}

function below(schema: Schema, key: PropertyKey): Schema[] {
  return plain(schema).flatMap((one) => {
    const { shape, element, valueType, items } = definitionOf(one);
    const inner = shape?.[String(key)] ?? element ?? valueType ?? items?.[Number(key)];
    return inner === undefined ? [] : [inner];
  });
}

/** The keys that the form allows under this place, each once; none where any key is allowed. */
export function keysAllowedAt(schema: Schema, place: Keys): string[] {
  const at = place.reduce<Schema[]>((schemas, key) => schemas.flatMap((one) => below(one, key)), [schema]);
  const keys = at.flatMap(plain).flatMap((one) => Object.keys(definitionOf(one).shape ?? {}));
  return [...new Set(keys)];
}

/** How many letters must change; both in small letters. */
function distance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let index = 1; index <= left.length; index += 1) {
    const next = [index];
    for (let other = 1; other <= right.length; other += 1) {
      const change = (row[other - 1] ?? 0) + (left[index - 1] === right[other - 1] ? 0 : 1);
      next.push(Math.min(change, (row[other] ?? 0) + 1, (next[other - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[right.length] ?? 0;
}

/** The nearest of the allowed words, or undefined when none is near. */
export function nearest(written: string, allowed: readonly string[]): string | undefined {
  const otherName = OTHER_NAMES[written.toLowerCase()]?.find((name) => allowed.includes(name));
  if (otherName !== undefined) return otherName;
  const bare = (word: string): string => word.toLowerCase().replaceAll(/[-_ ]/g, '');
  const ranked = allowed
    .map((word) => ({ word, far: distance(bare(written), bare(word)) }))
    .sort((left, right) => left.far - right.far);
  const [first] = ranked;
  return first !== undefined && first.far <= Math.max(2, Math.floor(written.length / 3))
    ? first.word
    : undefined;
}
