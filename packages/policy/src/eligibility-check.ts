// One rule of binding put to a question: met or not, with the sentence for each.
import { markedText, weakMark } from './line.ts';
import type { PolicySource, Reason } from './types.ts';

export interface Check {
  met: boolean;
  reason: Reason;
}

/** @param codes and @param texts the one for a rule that is met, then the one for a rule that is not. */
export function check(
  met: boolean,
  codes: [string, string],
  texts: [string, string],
  source: PolicySource | null,
  parameter: string,
): Check {
  const index = met ? 0 : 1;
  const text = markedText(texts[index], source);
  return { met, reason: { code: codes[index], text, source, parameter, ...weakMark(source) } };
}
