// The square code at the top right of the first page, drawn as vectors so that it prints sharp at any size.
import encodeQR from 'qr';
import type { DocumentContent } from './content.ts';
import { faint, font, ink, margin, type Sheet } from './sheet.ts';

/** Width with the quiet edge of four dots that scanners ask for. */
const side = 92;

/** Draws the code and its caption; gives the height used from the top margin. */
export function drawCode(sheet: Sheet, code: NonNullable<DocumentContent['code']>): number {
  const { pdf, tag, clean, width } = sheet;
  const dots = encodeQR(code.text, 'raw', { ecc: 'medium', border: 4 });
  const dot = side / dots.length;
  const x = margin + width - side;
  tag(
    'Figure',
    () => {
      for (const [row, line] of dots.entries())
        for (const [column, dark] of line.entries())
          if (dark) pdf.rect(x + column * dot, margin + row * dot, dot, dot);
      pdf.fill(ink);
    },
    { alt: `二维码：${clean(code.caption)}` },
  );
  tag('P', () => {
    font(pdf, 'regular', 7.5, faint);
    pdf.text(clean(code.caption), x - 20, margin + side + 4, { width: side + 20, align: 'right' });
  });
  return pdf.y - margin;
}
