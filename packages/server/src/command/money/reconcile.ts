// `gongji reconcile --source tax|cash --day DAY [--json]`: compares a day's file of the tax bureau or the cash channel with our book.
import { parseArgs } from 'node:util';
import type { ReconciliationReport } from '@gongji/service';
import { onProduct, refuse } from './open.ts';
import { isDay, printJson, printLines, yuan } from './print.ts';

const usage = '用法是 gongji reconcile --source tax|cash --day 2024-10-15 [--json]。';

const differenceNames: Record<keyof ReconciliationReport['opened'], string> = {
  'missing-there': '对方没有',
  'unknown-here': '我方没有',
  'amount-differs': '金额不同',
  'duplicate-there': '对方重复',
  'open-here': '我方还在办理',
  'returned-here': '我方已退回',
};

/** @returns 0 when the day was compared (also with differences), 2 when it could not be. */
export async function run(args: string[]): Promise<number> {
  const asked = readArguments(args);
  if (!asked) return refuse('reconcile', usage);
  return onProduct('reconcile', async ({ services, clock }) => {
    const outcome = await services.reconciliation.run(asked.source, asked.day, clock.now().at);
    if (!outcome.ok) return refuse('reconcile', `${outcome.what}，没有对账；请稍后再试。`);
    if (asked.json) printJson(outcome.report);
    else report(outcome.report);
    return 0;
  });
}

function readArguments(args: string[]): { source: 'tax' | 'cash'; day: string; json: boolean } | undefined {
  try {
    const options = {
      source: { type: 'string' },
      day: { type: 'string' },
      json: { type: 'boolean', default: false },
    } as const;
    const { source, day, json } = parseArgs({ args, options }).values;
    return (source === 'tax' || source === 'cash') && isDay(day) ? { source, day, json } : undefined;
  } catch {
    return undefined;
  }
}

function report(found: ReconciliationReport): void {
  const names = Object.keys(found.opened) as (keyof typeof differenceNames)[];
  printLines([
    ['账单', `${found.source} ${found.day} 第 ${found.version} 版${found.repeated ? '（以前对过）' : ''}`],
    ['账单行数', `${found.rows}，共 ${yuan(found.totalFen)}`],
    ['一致', `${found.matchedRows} 行，共 ${yuan(found.matchedFen)}`],
    ...names.map((name) => [`新差异：${differenceNames[name]}`, found.opened[name]] as const),
    ['迟到的行', found.arrivedLate],
    ['未处理的差异', found.openCases],
  ]);
}
