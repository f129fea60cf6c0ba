// A table of figures: a caption for readers, amounts at the end of their cells, a sentence when it is empty.
import type { ReactNode } from 'react';

export interface DataColumn<Row> {
  title: string;
  cell: (row: Row) => ReactNode;
  /** Amounts and counts stand at the end. */
  isNumber?: boolean;
}

interface DataTableProps<Row> {
  caption: string;
  columns: readonly DataColumn<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  empty: string;
  /** Hides the caption where a heading above says the same. */
  isTitled?: boolean;
}

export function DataTable<Row>({ caption, columns, rows, rowKey, empty, isTitled }: DataTableProps<Row>) {
  if (rows.length === 0) return <p className="quiet">{empty}</p>;
  return (
    <div className="data-scroll" role="region" aria-label={caption} tabIndex={0}>
      <table className="data-table">
        <caption className={isTitled ? 'visually-hidden' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ title, isNumber }) => (
              <th key={title} scope="col" className={isNumber ? 'number' : undefined}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map(({ title, cell, isNumber }) => (
                <td key={title} className={isNumber ? 'number' : undefined}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
