// The typeface of every document: Noto Sans SC from its npm package, read once, and what it can't show.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';

const require = createRequire(import.meta.url);
/** Looked up when a document is first drawn, so that a missing package stops documents only. */
const regularFile = () =>
  require.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf');
const boldFile = () => require.resolve('@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf');

interface Fonts {
  regular: Buffer;
  bold: Buffer;
  shows: (codePoint: number) => boolean;
}

let opened: Fonts | undefined;

/** Both weights as TrueType bytes (about 10 MB each), and whether a code point has a glyph. */
export function fonts(): Fonts {
  if (opened) return opened;
  const regular = readFileSync(regularFile());
  const font = create(regular) as Font;
  opened = {
    regular,
    bold: readFileSync(boldFile()),
    shows: (point) => font.hasGlyphForCodePoint(point),
  };
  return opened;
}

/** 〓, the mark printers set where a character is missing. */
export const missingMark = '〓';

/**
 * Text with every character that the typeface lacks replaced by 〓, and those characters by their code (`U+20BB7`), so that a rare
 * name is never silently blank.
 */
export function showable(text: string, lacking: Set<string>): string {
  const { shows } = fonts();
  let out = '';
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    if (character === '\n' || shows(point)) out += character;
    else {
      lacking.add(`U+${point.toString(16).toUpperCase()}`);
      out += missingMark;
    }
  }
  return out;
}
