// Online orders name the same fields in another way: `chrgBchno` instead of `chrg_bchno`.
import type { Field, Fields } from './field.ts';

type Camel<Name extends string> = Name extends `${infer Head}_${infer Rest}`
  ? `${Head}${Capitalize<Camel<Rest>>}`
  : Name;
type CamelFields<Of extends Fields> = { [Name in keyof Of & string as Camel<Name>]: Of[Name] };

const camel = (name: string): string =>
  name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

export const camelFields = <Of extends Fields>(fields: Of): CamelFields<Of> =>
  Object.fromEntries(
    Object.entries(fields).map(([name, field]): [string, Field] => [camel(name), field]),
  ) as CamelFields<Of>;

type Snake<Name extends string> = Name extends `${infer Letter}${infer Rest}`
  ? Letter extends Lowercase<Letter>
    ? `${Letter}${Snake<Rest>}`
    : `_${Lowercase<Letter>}${Snake<Rest>}`
  : Name;

/** What was read under these names, under those of all other transactions. */
export const snakeKeys = <Of extends object>(
  read: Of,
): { [Name in keyof Of & string as Snake<Name>]: Of[Name] } =>
  Object.fromEntries(Object.entries(read).map(([name, value]) => [snake(name), value])) as {
    [Name in keyof Of & string as Snake<Name>]: Of[Name];
  };
