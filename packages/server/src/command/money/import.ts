// `gongji import contributions|balances|people|status FILE --area AREA [--json]`: brings a file in; stopped or killed, it goes on.
import { createWriteStream } from 'node:fs';
import type { WriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { ImportFileProblem } from '@gongji/service';
import type { ImportKind, ImportReport } from '@gongji/service';
import { onProduct, refuse } from './open.ts';
import { isDay, printJson, printLines, progress, yuan } from './print.ts';
import { stopSignal } from './stop.ts';

interface Asked {
  file: string;
  area: string;
  day: string | undefined;
  json: boolean;
}

/** @returns 0 when the file came to its end (also with bad rows), 2 when it was refused, 3 when it was stopped. */
export async function runImport(kind: ImportKind, args: string[]): Promise<number> {
  const name = `import ${kind}`;
  const asked = readArguments(args);
  if (!asked)
    return refuse(
      name,
      `用法是 gongji import ${kind} 文件名.csv --area 340500 [--day 2024-10-15] [--json]。`,
    );
  const errors = errorFile(`${asked.file}.errors.csv`);
  const stop = stopSignal();
  try {
    return await onProduct(name, async ({ services, clock }) => {
      const { at, today } = clock.now();
      const { file, area } = asked;
      const report = await services.import.run({
        ...{ kind, file, area, at, businessDate: asked.day ?? today, signal: stop.signal },
        onBadRow: ({ line, reason }) => errors.write(`${line},${reason}`),
        onProgress: ({ stage, rows, ofRows }) =>
          progress(
            `${stage === 'read' ? '读取' : '入账'} ${rows}${ofRows === undefined ? '' : ` / ${ofRows}`} 行`,
          ),
      });
      await errors.close();
      const errorsIn = report.badRows > 0 && !report.wasDone ? errors.path : null;
      if (asked.json) printJson({ ...report, errorFile: errorsIn });
      else print(report, errorsIn);
      return report.state === 'done' ? 0 : 3;
    });
  } catch (error) {
    if (error instanceof ImportFileProblem) return refuse(name, error.message);
    throw error;
  } finally {
    stop.release();
    await errors.close();
  }
}

function readArguments(args: string[]): Asked | undefined {
  try {
    const options = {
      area: { type: 'string' },
      day: { type: 'string' },
      json: { type: 'boolean', default: false },
    } as const;
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const { area, day, json } = values;
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0 || area === undefined || !/^\d{6}$/.test(area))
      return undefined;
    return day === undefined || isDay(day) ? { file, area, day, json } : undefined;
  } catch {
    return undefined;
  }
}

/** Made when the first bad row comes. */
function errorFile(path: string) {
  let stream: WriteStream | undefined;
  return {
    path,
    write(line: string) {
      stream ??= createWriteStream(path).on('error', (error) =>
        progress(`不能写入 ${path}：${error.message}`),
      );
      if (stream.bytesWritten === 0 && stream.writableLength === 0) stream.write('\uFEFF行号,原因\n');
      stream.write(`${line}\n`);
    },
    async close() {
      if (!stream || stream.writableEnded) return;
      stream.end();
      await finished(stream).catch(() => undefined);
    },
  };
}

function print(report: ImportReport, errorsIn: string | null): void {
  if (report.wasDone) progress('这个文件以前已经导入，这次没有改动。');
  if (report.state === 'stopped') progress('已停止；再执行同一条命令会接着做完。');
  printLines([
    ['行数', report.rows],
    ['导入', report.goodRows],
    ['重复', report.repeatedRows],
    ['有错', report.badRows],
    ['金额', report.totalFen > 0 ? yuan(report.totalFen) : undefined],
    ['错误明细', errorsIn ?? undefined],
  ]);
}
