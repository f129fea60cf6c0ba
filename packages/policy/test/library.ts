// The repository's own policy library, loaded once for the tests, and a way to insist on an answer.
import { readPolicyLibrary } from '../node/index.ts';
import type { Answer } from '../src/index.ts';

export const library = readPolicyLibrary();

/** The value, or a failure that tells the refusal. */
export function answered<Value>(answer: Answer<Value>): Value {
  if (!answer.ok)
    throw new Error(`refused: ${answer.reason.code} ${answer.reason.field} ${answer.reason.message}`);
  return answer.value;
}
