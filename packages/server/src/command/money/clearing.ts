// `gongji clearing run --month MONTH [--json]`: clears a month between areas, in full, once.
import { parseArgs } from 'node:util';
import { onProduct, refuse } from './open.ts';
import { isMonth, printJson, printLines, yuan } from './print.ts';

/** @returns 0 when the month is cleared, 2 when it was refused. */
export async function run(args: string[]): Promise<number> {
  const asked = readArguments(args);
  if (!asked) return refuse('clearing', '用法是 gongji clearing run --month 2026-10 [--json]。');
  const { month, json } = asked;
  return onProduct('clearing', async ({ services, clock }) => {
    const { at, today } = clock.now();
    if (today.slice(0, 7) <= month) return refuse('clearing', `${month} 还没有结束，现在是 ${today}。`);
    try {
      const positions = await services.clearing.run(month, { at, today });
      const sumFen = positions.reduce((sum, { fen }) => sum + fen, 0);
      if (json) printJson({ month, positions, sumFen });
      else {
        printLines([
          ['清算月份', month],
          ...positions
            .filter(({ fen }) => fen > 0)
            .map(
              ({ area, otherArea, fen, entries }) =>
                [`${area} 付给 ${otherArea}`, `${yuan(fen)}（${entries} 笔）`] as const,
            ),
          ['各地合计', yuan(sumFen)],
        ]);
      }
      return 0;
    } catch (error) {
      if (error instanceof Error && 'constraint' in error && error.constraint === 'clearing_order')
        return refuse('clearing', `${month} 之后的月份已经清算，不能再清算更早的月份。`);
      throw error;
    }
  });
}

function readArguments(args: string[]): { month: string; json: boolean } | undefined {
  try {
    const options = { month: { type: 'string' }, json: { type: 'boolean', default: false } } as const;
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const { month, json } = values;
    return positionals.join() === 'run' && isMonth(month) ? { month, json } : undefined;
  } catch {
    return undefined;
  }
}
