// Reads a CSV file row by row: UTF-8, with or without a byte-order mark; columns are found by their names, Chinese or English.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';
import { ImportFileProblem } from './service.ts';

/** A column: its name in code, the names it may have in a file, and whether it may be left out. */
export interface Column {
  names: readonly string[];
  optional?: true;
}

export interface CsvRow<Name extends string> {
  line: number;
  /** Values without blanks around them; '' where the file has nothing. */
  values: Record<Name, string>;
  /** True when the row has more or fewer values than the header. */
  isUneven: boolean;
}

/** SHA-256 of a file's bytes. Throws ImportFileProblem when it cannot be read. */
export async function hashFile(file: string): Promise<Buffer> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
    throw new ImportFileProblem(`读不到文件 ${file}（${code}），请检查文件名。`);
  }
  return hash.digest();
}

/** Throws ImportFileProblem for a file that is no CSV, or whose header lacks a column or has one that is not known. */
export async function* readCsv<Name extends string>(
  file: string,
  columns: Record<Name, Column>,
): AsyncGenerator<CsvRow<Name>> {
  const names = Object.keys(columns) as Name[];
  const parser = createReadStream(file).pipe(
    parse({ bom: true, trim: true, relaxColumnCount: true, skipEmptyLines: true, info: true }),
  );
  let places: Map<Name, number> | undefined;
  let width = 0;
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      record: string[];
      info: { lines: number };
    }>) {
      if (!places) {
        places = placesOf(record, columns, names);
        width = record.length;
        continue;
      }
      const values = {} as Record<Name, string>;
      for (const name of names) {
        const place = places.get(name);
        values[name] = (place === undefined ? undefined : record[place]) ?? '';
      }
      yield { line: info.lines, values, isUneven: record.length !== width };
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_'))
      throw new ImportFileProblem(`文件不是正确的 CSV：${error.message}`);
    throw error;
  }
  if (!places) throw new ImportFileProblem('文件是空的，第一行应是列名。');
}

function placesOf<Name extends string>(
  header: readonly string[],
  columns: Record<Name, Column>,
  names: readonly Name[],
): Map<Name, number> {
  const places = new Map<Name, number>();
  for (const [place, title] of header.entries()) {
    const name = names.find((known) => known === title || columns[known].names.includes(title));
    if (name === undefined)
      throw new ImportFileProblem(`文件里有不认识的列“${title}”；可以有：${titles(names, columns)}。`);
    if (places.has(name)) throw new ImportFileProblem(`文件里“${title}”这一列出现了两次。`);
    places.set(name, place);
  }
  const missing = names.filter((name) => !places.has(name) && !columns[name].optional);
  if (missing.length > 0) throw new ImportFileProblem(`文件缺少列：${titles(missing, columns)}。`);
  return places;
}

const titles = <Name extends string>(names: readonly Name[], columns: Record<Name, Column>): string =>
  names.map((name) => columns[name].names[0] ?? name).join('、');
