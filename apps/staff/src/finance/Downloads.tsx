// Links that take what the page shows out as a file.
import { financeExportPath } from '@gongji/contract/paths';

interface DownloadsProps {
  table: string;
  /** What the table is of. */
  of?: Record<string, string>;
  formats?: readonly ('xlsx' | 'csv' | 'pdf')[];
}

const names = { xlsx: 'Excel', csv: 'CSV', pdf: 'PDF' } as const;

export function Downloads({ table, of = {}, formats = ['xlsx', 'csv'] }: DownloadsProps) {
  const query = new URLSearchParams(of).toString();
  return (
    <span className="downloads">
      <span className="quiet">下载</span>
      {formats.map((format) => (
        <a key={format} href={`${financeExportPath(table, format)}${query && `?${query}`}`} download>
          {names[format]}
        </a>
      ))}
    </span>
  );
}
