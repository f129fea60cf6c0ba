// Reads a day's file: a header, rows, and a last line that counts them, so that a file cut short is never taken for a whole one.
import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { Source } from './service.ts';

interface FileRow {
  /** Line in the file, the header is 1. */
  line: number;
  reference: string;
  number: string;
  area: string;
  kind: 'accepted' | 'paid' | 'refunded';
  amountFen: number;
  at: Date;
}

export interface DayFile {
  contentHash: Buffer;
  rows: FileRow[];
  totalFen: number;
}

const header = ['reference', 'number', 'area', 'kind', 'amountFen', 'at'];
const fen = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number);
const RowForm = z.tuple([
  z.string().min(1).max(100),
  z.string().min(1).max(100),
  z.string().regex(/^\d{6}$/),
  z.enum(['accepted', 'paid', 'refunded']),
  fen,
  z.iso.datetime({ offset: true }).transform((text) => new Date(text)),
]);
const kindsOf = { tax: ['accepted'], cash: ['paid', 'refunded'] } as const;

/** The rows, or what is wrong with the file in one Chinese sentence. */
export function readDayFile(
  source: Source,
  text: string,
): { ok: true; file: DayFile } | { ok: false; what: string } {
  const bad = (what: string) => ({ ok: false as const, what });
  let records: string[][];
  try {
    records = parse(text, { bom: true, relaxColumnCount: true, skipEmptyLines: true });
  } catch (error) {
    return bad(`账单不是正确的 CSV（${error instanceof Error ? error.message : String(error)}）`);
  }
  const [first, ...rest] = records;
  const last = rest.pop();
  if (first?.join() !== header.join()) return bad(`账单第一行应是 ${header.join()}`);
  if (last?.[0] !== 'TOTAL') return bad('账单最后没有合计行，可能没有传完');
  const rows: FileRow[] = [];
  for (const [index, record] of rest.entries()) {
    const line = index + 2;
    const parsed = RowForm.safeParse(record);
    if (!parsed.success) {
      const column = header[Number(parsed.error.issues[0]?.path[0])] ?? '列数';
      return bad(`账单第 ${line} 行的 ${column} 不对`);
    }
    const [reference, number, area, kind, amountFen, at] = parsed.data;
    if (!kindsOf[source].some((known) => known === kind)) return bad(`账单第 ${line} 行的 kind 不对`);
    rows.push({ line, reference, number, area, kind, amountFen, at });
  }
  const totalFen = rows.reduce((sum, { amountFen }) => sum + amountFen, 0);
  if (last[1] !== String(rows.length) || last[4] !== String(totalFen))
    return bad('账单的合计行与明细对不上，可能没有传完');
  return { ok: true, file: { contentHash: createHash('sha256').update(text).digest(), rows, totalFen } };
}
