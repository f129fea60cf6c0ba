// The worked cases beside the policy files: their form, and each case with its changes filled into the base.
import * as z from 'zod';
import { rule } from '../file/basics.ts';
import { readDocument } from '../load/document.ts';
import type { LoadError } from '../load/document.ts';
import { checkForm } from '../load/form.ts';
import type { PolicyText } from '../load/load-library.ts';

const ask = z.enum(['quote', 'premium', 'eligibility', 'waiting']);
const change = z.record(z.string(), z.unknown());

const ANSWER = rule('至少一个结果', '写上应当得到的结果，例如 fundFen: 56000 或 premiumFen: 40000');

const caseFile = z.strictObject({
  base: z.partialRecord(ask, change),
  cases: z.array(
    z
      .strictObject({
        name: z.string(),
        ask,
        change,
        answer: z
          .record(z.string(), z.unknown())
          .refine((answer) => Object.keys(answer).length > 0, { error: ANSWER })
          .optional(),
        /** `messageHas`: words that the sentence must contain. */
        refusal: z
          .strictObject({ code: z.string(), field: z.string(), messageHas: z.string().optional() })
          .optional(),
      })
      .refine(
        (one) => (one.answer === undefined) !== (one.refusal === undefined),
        rule('answer 和 refusal 二者之一', '写这个案例应当得到的结果'),
      ),
  ),
});

export interface WorkedCase {
  /** Path of the file and line of the case in it. */
  file: string;
  line: number;
  name: string;
  ask: z.infer<typeof ask>;
  input: Record<string, unknown>;
  answer: Record<string, unknown> | undefined;
  refusal: { code: string; field: string; messageHas?: string | undefined } | undefined;
}

const isMapping = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

/** A null in the change removes the key. */
export function changed(
  base: Record<string, unknown>,
  changes: Record<string, unknown>,
): Record<string, unknown> {
  const result = { ...base };
  for (const [key, value] of Object.entries(changes)) {
    const before = result[key];
    if (value === null) delete result[key];
    else result[key] = isMapping(before) && isMapping(value) ? changed(before, value) : value;
  }
  return result;
}

function casesOf({ path, text }: PolicyText): { cases: WorkedCase[]; errors: LoadError[] } {
  const read = readDocument(path, text);
  if (!read.ok) return { cases: [], errors: read.errors };
  const formed = checkForm(read.document, caseFile);
  if (!formed.ok) return { cases: [], errors: formed.errors };
  const cases: WorkedCase[] = [];
  const errors: LoadError[] = [];
  formed.value.cases.forEach((one, index) => {
    const base = formed.value.base[one.ask];
    const text = rule('base 里有的问题', `在文件开头写上 base.${one.ask}`);
    const place = read.document.errorAt(['cases', index, 'ask'], one.ask, text);
    if (base === undefined) errors.push(place);
    else {
      const { name, answer, refusal } = one;
      const input = changed(base, one.change);
      cases.push({ file: path, line: place.line, name, ask: one.ask, input, answer, refusal });
    }
  });
  return { cases, errors };
}

/** Every worked case of the files, in order; or everything wrong with the files' form, with places. */
export function readCases(
  texts: readonly PolicyText[],
): { ok: true; cases: WorkedCase[] } | { ok: false; errors: LoadError[] } {
  const all = texts.map(casesOf);
  const errors = all.flatMap((one) => one.errors);
  return errors.length > 0 ? { ok: false, errors } : { ok: true, cases: all.flatMap((one) => one.cases) };
}
