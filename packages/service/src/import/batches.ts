// Goes through a file of records in batches, each brought in by one transaction; counts what became of the rows.
import type { CsvRow } from './csv.ts';
import type { ImportRun } from './run-row.ts';
import type { ImportOptions } from './service.ts';

const batchRows = 1_000;

interface Lot<Value> {
  line: number;
  value: Value;
}

/** True when it came to its end, false when it was stopped. `bringIn` answers for each row 'good', 'repeated' or why not. */
export async function inBatches<Name extends string, Value extends object>(
  { onBadRow, onProgress, signal }: ImportOptions,
  run: ImportRun,
  rows: AsyncIterable<CsvRow<Name>>,
  work: {
    read: (row: CsvRow<Name>) => Value | string;
    bringIn: (lot: readonly Lot<Value>[]) => Promise<string[]>;
  },
): Promise<boolean> {
  let lot: Lot<Value>[] = [];
  const bad = (line: number, reason: string) => {
    run.badRows += 1;
    onBadRow({ line, reason });
  };
  const flush = async () => {
    const outcomes = lot.length === 0 ? [] : await work.bringIn(lot);
    for (const [index, outcome] of outcomes.entries()) {
      if (outcome === 'good') run.goodRows += 1;
      else if (outcome === 'repeated') run.repeatedRows += 1;
      else bad(lot[index]!.line, outcome);
    }
    lot = [];
    onProgress?.({ stage: 'post', rows: run.rows, ofRows: undefined });
  };
  for await (const row of rows) {
    run.rows += 1;
    const value = work.read(row);
    if (typeof value === 'string') bad(row.line, value);
    else lot.push({ line: row.line, value });
    if (lot.length < batchRows) continue;
    await flush();
    if (signal?.aborted) return false;
  }
  await flush();
  return true;
}
