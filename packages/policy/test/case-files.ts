// Reads the worked cases beside the policy files and fills each case's changes into its base.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';
import { defaultPolicyDirectory } from '../node/index.ts';

const ask = z.enum(['quote', 'premium', 'eligibility', 'waiting']);
const change = z.record(z.string(), z.unknown());

const caseFile = z.strictObject({
  base: z.partialRecord(ask, change),
  cases: z.array(
    z
      .strictObject({
        name: z.string(),
        ask,
        change,
        answer: z.record(z.string(), z.unknown()).optional(),
        refusal: z.strictObject({ code: z.string(), field: z.string() }).optional(),
      })
      .refine(
        (one) => (one.answer === undefined) !== (one.refusal === undefined),
        'a case needs an answer or a refusal',
      ),
  ),
});

export interface WorkedCase {
  file: string;
  name: string;
  ask: z.infer<typeof ask>;
  input: Record<string, unknown>;
  answer: Record<string, unknown> | undefined;
  refusal: { code: string; field: string } | undefined;
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

/** Every worked case of the library. */
export function readCases(): WorkedCase[] {
  const files = readdirSync(defaultPolicyDirectory, { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith('.cases.yaml'))
    .sort()
    .flatMap((file) => {
      const content = caseFile.parse(parse(readFileSync(join(defaultPolicyDirectory, file), 'utf8')));
      return content.cases.map((one) => {
        const base = content.base[one.ask];
        if (base === undefined) throw new Error(`${file}: no base for ${one.ask}`);
        return {
          file,
          name: one.name,
          ask: one.ask,
          input: changed(base, one.change),
          answer: one.answer,
          refusal: one.refusal,
        };
      });
    });
}
