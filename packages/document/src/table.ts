// A table over as many pages as it needs: no row is torn apart, and the column titles stand on each page.
import type { Block, Column } from './content.ts';
import { font, ink, margin, need, rule, type Sheet } from './sheet.ts';

const size = 9.5;
const pad = 4;

type Table = Extract<Block, { kind: 'table' }>;
interface Cell {
  text: string;
  x: number;
  width: number;
  align: 'left' | 'right';
}

function cellsOf({ width, clean }: Sheet, columns: readonly Column[], texts: readonly string[]): Cell[] {
  const shares = columns.reduce((sum, column) => sum + column.share, 0);
  let x = margin;
  return columns.map((column, index) => {
    const wide = (width * column.share) / shares;
    const cell: Cell = {
      text: clean(texts[index] ?? ''),
      x: x + pad,
      width: wide - 2 * pad,
      align: column.align === 'end' ? 'right' : 'left',
    };
    x += wide;
    return cell;
  });
}

export function drawTable(sheet: Sheet, { columns, rows, total }: Table): void {
  const { pdf, tag, group } = sheet;
  const titles = cellsOf(
    sheet,
    columns,
    columns.map((column) => column.title),
  );
  const heightOf = (cells: Cell[], weight: 'regular' | 'bold') => {
    font(pdf, weight, size);
    return Math.max(...cells.map((cell) => pdf.heightOfString(cell.text, { width: cell.width }))) + 2 * pad;
  };
  const lineAt = (y: number, wide: number, color: string) => {
    pdf.markContent('Artifact', { type: 'Layout' });
    pdf
      .moveTo(margin, y)
      .lineTo(margin + sheet.width, y)
      .lineWidth(wide)
      .strokeColor(color)
      .stroke();
    pdf.endMarkedContent();
  };
  const row = (cells: Cell[], type: 'TH' | 'TD', weight: 'regular' | 'bold') => {
    const top = pdf.y;
    const height = heightOf(cells, weight);
    group('TR', () => {
      for (const cell of cells)
        tag(type, () => {
          font(pdf, weight, size);
          pdf.text(cell.text || ' ', cell.x, top + pad, { width: cell.width, align: cell.align });
        });
    });
    lineAt(top + height, 0.5, rule);
    pdf.x = margin;
    pdf.y = top + height;
  };
  const titled = () => {
    lineAt(pdf.y, 1, ink);
    row(titles, 'TH', 'bold');
  };

  group('Table', () => {
    need(pdf, heightOf(titles, 'bold') * 3);
    titled();
    const line = (texts: readonly string[], weight: 'regular' | 'bold') => {
      const cells = cellsOf(sheet, columns, texts);
      if (need(pdf, heightOf(cells, weight))) titled();
      row(cells, 'TD', weight);
    };
    for (const texts of rows) line(texts, 'regular');
    if (total) line(total, 'bold');
  });
  pdf.moveDown(0.8);
}
