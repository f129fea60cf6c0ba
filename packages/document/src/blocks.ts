// Draws each kind of block under the one before.
import type { Block, Fact } from './content.ts';
import { faint, font, margin, need, type Sheet } from './sheet.ts';
import { drawSignature } from './signature.ts';
import { drawTable } from './table.ts';

const lineGap = 4;

function paragraph(sheet: Sheet, text: string, size = 11, color?: string): void {
  const { pdf, tag, clean, width } = sheet;
  tag('P', () => {
    font(pdf, 'regular', size, color);
    pdf.text(clean(text), margin, pdf.y, { width, lineGap });
  });
  pdf.moveDown(0.4);
}

function list(sheet: Sheet, items: readonly string[]): void {
  const { pdf, tag, group, clean, width } = sheet;
  const indent = 20;
  group('L', () => {
    for (const [index, item] of items.entries()) {
      font(pdf, 'regular', 11);
      need(pdf, pdf.heightOfString(clean(item), { width: width - indent, lineGap }));
      group('LI', () => {
        const top = pdf.y;
        tag('Lbl', () => void pdf.text(`${index + 1}.`, margin, top, { width: indent, lineGap }));
        tag(
          'LBody',
          () => void pdf.text(clean(item), margin + indent, top, { width: width - indent, lineGap }),
        );
      });
    }
  });
  pdf.x = margin;
  pdf.moveDown(0.4);
}

function facts(sheet: Sheet, all: readonly Fact[]): void {
  const { pdf, tag, clean, width } = sheet;
  const labelWidth = 120;
  for (const { label, value } of all) {
    font(pdf, 'regular', 11);
    const height = pdf.heightOfString(clean(value) || ' ', { width: width - labelWidth, lineGap });
    need(pdf, height);
    const top = pdf.y;
    tag('P', () => {
      font(pdf, 'regular', 11, faint);
      pdf.text(clean(label), margin, top, { width: labelWidth - 8, lineGap });
      font(pdf, 'regular', 11);
      pdf.text(clean(value) || ' ', margin + labelWidth, top, { width: width - labelWidth, lineGap });
    });
    pdf.x = margin;
    pdf.y = top + height + 2;
  }
  pdf.moveDown(0.5);
}

function heading(sheet: Sheet, text: string): void {
  const { pdf, tag, clean, width } = sheet;
  need(pdf, 70);
  pdf.moveDown(0.3);
  tag('H2', () => {
    font(pdf, 'bold', 13);
    pdf.text(clean(text), margin, pdf.y, { width });
  });
  pdf.moveDown(0.3);
}

export function drawBlock(sheet: Sheet, block: Block): void {
  switch (block.kind) {
    case 'heading':
      return heading(sheet, block.text);
    case 'paragraph':
      return paragraph(sheet, block.text);
    case 'list':
      return list(sheet, block.items);
    case 'facts':
      return facts(sheet, block.facts);
    case 'table':
      return drawTable(sheet, block);
    case 'signature':
      return drawSignature(sheet, block);
    case 'note':
      return paragraph(sheet, block.text, 9, faint);
  }
}
