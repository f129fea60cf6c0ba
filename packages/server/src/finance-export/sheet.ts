// A table as a file for spreadsheets: XLSX with numbers as numbers, or CSV with Chinese that spreadsheets read.
import writeExcelFile from 'write-excel-file/node';

/** Text, whole numbers, or fen (written in yuan); null is an empty cell. */
export interface Column {
  title: string;
  kind: 'text' | 'count' | 'fen';
  /** In characters. */
  width: number;
}
export interface Sheet {
  /** Chinese name of the table: of the file and of the sheet. */
  title: string;
  columns: readonly Column[];
  rows: readonly (readonly (string | number | null)[])[];
}

/** Fen as yuan with two decimals, by digits. */
function yuan(fen: number): string {
  const digits = String(Math.abs(fen)).padStart(3, '0');
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** UTF-8 with a byte-order mark; a cell of text never begins a formula. */
export function csvOf({ columns, rows }: Sheet): string {
  const cell = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const textOf = (value: string | number | null, kind: Column['kind']): string => {
    if (value === null) return '';
    if (typeof value === 'number') return kind === 'fen' ? yuan(value) : String(value);
    return /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  };
  const lines = [
    columns.map(({ title }) => cell(title)),
    ...rows.map((row) => columns.map(({ kind }, at) => cell(textOf(row[at] ?? null, kind)))),
  ];
  return `\uFEFF${lines.map((line) => line.join(',')).join('\r\n')}\r\n`;
}

const header = { fontWeight: 'bold', backgroundColor: '#e4f0f1' } as const;

/** Text cells are text, also when they look like a formula. */
export function xlsxOf({ title, columns, rows }: Sheet): Promise<Buffer> {
  const data = [
    columns.map((column) => ({ ...header, value: column.title, type: String })),
    ...rows.map((row) =>
      columns.map(({ kind }, at) => {
        const value = row[at] ?? null;
        if (value === null) return null;
        if (typeof value === 'string') return { value, type: String };
        return kind === 'fen'
          ? { value: value / 100, type: Number, format: '#,##0.00' }
          : { value, type: Number, format: '0' };
      }),
    ),
  ];
  return writeExcelFile(data, {
    // What spreadsheets allow as the name of a sheet.
    sheet: title.replaceAll(/[\\/*?:[\]]/g, ' ').slice(0, 31),
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
  }).toBuffer();
}
