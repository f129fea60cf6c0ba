// Checks a document against a zod schema and turns each issue into a load error with its place.
import type * as z from 'zod';
import type { Keys } from '../field-name.ts';
import type { LoadError, SourceDocument } from './document.ts';

type Issue = z.core.$ZodIssue;

/** A found value in a few characters. */
export function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

/** Of a union's branches, the one that the author most likely meant: the right type first, then the fewest issues. */
function likeliest(branches: Issue[][], value: unknown): Issue[] {
  const isMapping = value !== null && typeof value === 'object';
  const atTop = (branch: Issue[]): boolean =>
    branch.some((issue) => issue.path.length === 0 && issue.code !== 'unrecognized_keys');
  const fitting = isMapping ? branches.filter((branch) => !atTop(branch)) : branches;
  const candidates = fitting.length > 0 ? fitting : branches;
  return [...candidates].sort((left, right) => left.length - right.length)[0] ?? [];
}

function errorsOf(document: SourceDocument, issue: Issue, parent: Keys): LoadError[] {
  const keys = [...parent, ...issue.path];
  const value = document.valueAt(keys);
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    return likeliest(issue.errors, value).flatMap((inner) => errorsOf(document, inner, keys));
  }
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) =>
      document.errorAtKey(
        [...keys, key],
        `the key ${key}`,
        'allowed: only the keys of policies/README.md; to mend: check the spelling, or remove the key',
      ),
    );
  }
  const isWritten = issue.message.startsWith('allowed: ');
  const expected = issue.code === 'invalid_type' ? issue.expected : issue.message;
  const ruleText = isWritten ? issue.message : `allowed: ${expected}; to mend: write it in that form`;
  return [document.errorAt(keys, shown(value), ruleText)];
}

/** The value in the schema's form, or every error with its place. */
export function checkForm<Schema extends z.ZodType>(
  document: SourceDocument,
  schema: Schema,
): { ok: true; value: z.infer<Schema> } | { ok: false; errors: LoadError[] } {
  const result = schema.safeParse(document.value);
  if (result.success) return { ok: true, value: result.data };
  return { ok: false, errors: result.error.issues.flatMap((issue) => errorsOf(document, issue, [])) };
}
