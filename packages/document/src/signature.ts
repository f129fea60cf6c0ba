// Who signed: the drawn lines on a rule, or the typed name, with when and how beneath.
import type { Block, Drawing } from './content.ts';
import { faint, font, ink, margin, need, rule, type Pdf, type Sheet } from './sheet.ts';

const box = { width: 190, height: 64 };

function drawLines(pdf: Pdf, drawing: Drawing, x: number, y: number): void {
  const scale = Math.min(box.width / drawing.width, box.height / drawing.height);
  pdf.lineWidth(1.4).lineCap('round').lineJoin('round').strokeColor(ink);
  for (const [first, ...rest] of drawing.lines) {
    if (!first) continue;
    pdf.moveTo(x + first[0] * scale, y + first[1] * scale);
    // A tap leaves a dot: a line of no length is drawn round by its caps.
    for (const point of rest.length === 0 ? [first] : rest)
      pdf.lineTo(x + point[0] * scale, y + point[1] * scale);
    pdf.stroke();
  }
}

export function drawSignature(sheet: Sheet, block: Extract<Block, { kind: 'signature' }>): void {
  const { pdf, tag, clean, width } = sheet;
  need(pdf, box.height + 60);
  pdf.moveDown(0.5);
  const top = pdf.y;
  const x = margin + width - box.width;
  tag('P', () => {
    font(pdf, 'bold', 11);
    pdf.text(clean(block.label), margin, top + box.height - 18, {
      width: width - box.width - 12,
      align: 'right',
    });
  });
  const { drawing } = block;
  if (drawing)
    tag('Figure', () => drawLines(pdf, drawing, x, top), { alt: `${clean(block.name)}的手写签名` });
  else
    tag('P', () => {
      font(pdf, 'regular', 18);
      pdf.text(clean(block.name), x, top + box.height - 28, { width: box.width });
    });
  pdf.markContent('Artifact', { type: 'Layout' });
  pdf
    .moveTo(x, top + box.height)
    .lineTo(x + box.width, top + box.height)
    .lineWidth(0.7)
    .strokeColor(rule)
    .stroke();
  pdf.endMarkedContent();
  tag('P', () => {
    font(pdf, 'regular', 9, faint);
    pdf.text(clean(block.note), margin, top + box.height + 6, { width, align: 'right' });
  });
  pdf.x = margin;
  pdf.moveDown(1);
}
