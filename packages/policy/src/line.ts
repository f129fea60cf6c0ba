// Builds one line of an explanation; a weak source is named as such in the sentence itself.
import type { Line, PolicySource } from './types.ts';

type Extras = Omit<Line, 'code' | 'group' | 'text' | 'fen' | 'source'>;

/** Appended to every sentence that rests on a weak source. */
const WEAK_MARK = '（此项依据较弱，请以当地医保部门答复为准）';

/** The sentence, marked when its source is weak. */
export function markedText(text: string, source: PolicySource | null): string {
  return source?.grade === 'weak' ? `${text.replace(/。$/, '')}${WEAK_MARK}。` : text;
}

/** The same for machines: a key of its own on whatever rests on a weak source. */
export function weakMark(source: PolicySource | null): { weak?: true } {
  return source?.grade === 'weak' ? { weak: true } : {};
}

/** A line of the group; `fen` is what it adds to the group's sum, on a note what the sentence speaks of. */
export function line(
  group: Line['group'],
  code: string,
  text: string,
  fen: number,
  source: PolicySource | null,
  extras: Extras = {},
): Line {
  return { code, group, text: markedText(text, source), fen, source, ...weakMark(source), ...extras };
}
