// Reads a catalogue file (CSV, UTF-8) row by row, without holding it in memory.
import type { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import type { CatalogueItem } from './item.ts';
import { catalogueColumns, catalogueItemOf } from './record.ts';

/** What is wrong in a file, with the line of the file, counted from 1. */
export class CatalogueFileProblem extends Error {
  readonly line: number;

  constructor(line: number, sentence: string) {
    super(`第 ${line} 行：${sentence}。`);
    this.name = 'CatalogueFileProblem';
    this.line = line;
  }
}

/** The longest row, in characters: a quote that is never closed must not swallow the whole file. */
const longestRow = 10_000;

/** Each item with its line. Throws CatalogueFileProblem at the first row that is wrong. */
export async function* readCatalogueFile(
  file: Readable,
): AsyncGenerator<{ item: CatalogueItem; line: number }> {
  const rows = parse({
    ...{ bom: true, info: true, skip_empty_lines: true, max_record_size: longestRow },
    columns: (titles: string[]) => {
      const missing = catalogueColumns.filter((title) => !titles.includes(title));
      if (missing.length > 0) throw new CatalogueFileProblem(1, `缺少“${missing.join('”“')}”列`);
      return titles;
    },
  });
  file.on('error', (error) => rows.destroy(error));
  try {
    for await (const row of file.pipe(rows)) {
      const { record, info } = row as { record: Record<string, string>; info: { lines: number } };
      const read = catalogueItemOf(record);
      if (!read.ok) throw new CatalogueFileProblem(info.lines, read.problem);
      yield { item: read.item, line: info.lines };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error['lines'] === 'number' ? error['lines'] : 1;
    throw new CatalogueFileProblem(line, '列数或引号不对，不是正确的 CSV');
  } finally {
    file.destroy();
  }
}
