// An append-only file of JSON lines, so that a restarted simulator remembers what it did.
import { appendFileSync, existsSync, mkdirSync, readFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';

export interface Journal<Entry> {
  /** What earlier runs wrote, in order. */
  earlier: Entry[];
  append(entry: Entry): void;
}

/**
 * Opens `<directory>/<name>.jsonl`; without a directory nothing is kept. A last line that a killed process left half written
 * is cut off; any other line that doesn't fit throws, naming the line.
 */
export function openJournal<Schema extends z.ZodType>(
  directory: string | undefined,
  name: string,
  schema: Schema,
): Journal<z.output<Schema>> {
  if (directory === undefined) return { earlier: [], append: () => undefined };
  mkdirSync(directory, { recursive: true });
  const file = join(directory, `${name}.jsonl`);
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  if (whole.length < text.length) truncateSync(file, Buffer.byteLength(whole));
  const earlier = whole
    .split('\n')
    .filter((line) => line !== '')
    .map((line, index) => {
      const parsed = schema.safeParse(JSON.parse(line));
      if (!parsed.success) throw new Error(`${file} 第 ${index + 1} 行读不懂，请删掉这个文件后重新启动`);
      return parsed.data;
    });
  return { earlier, append: (entry) => appendFileSync(file, `${JSON.stringify(entry)}\n`) };
}
