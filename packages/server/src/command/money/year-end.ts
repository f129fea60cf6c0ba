// `gongji year-end YEAR --area AREA [--json]`: interest for everybody by the area's policy; stopped or killed, it goes on.
import { parseArgs } from 'node:util';
import { readYearEnd, runYearEnd } from '@gongji/ledger';
import type { YearEnd } from '@gongji/ledger';
import { interestOf } from '@gongji/policy';
import { onProduct, refuse } from './open.ts';
import { printJson, printLines, progress, yuan } from './print.ts';
import { stopSignal } from './stop.ts';

/** @returns 0 when the year is ended, or there is no interest to pay; 2 when it was refused; 3 when it was stopped. */
export async function run(args: string[]): Promise<number> {
  const asked = readArguments(args);
  if (!asked) return refuse('year-end', '用法是 gongji year-end 2024 --area 340500 [--json]。');
  const { area, year, json } = asked;
  const stop = stopSignal();
  try {
    return await onProduct('year-end', async ({ pool, library, clock }) => {
      const { at, today } = clock.now();
      if (today <= `${year}-12-31`) return refuse('year-end', `${year} 年还没有结束，现在是 ${today}。`);
      const interest = interestOf(library, area, year);
      if (interest.result === 'no-policy') return refuse('year-end', `没有收录地区 ${area} 的政策。`);
      // A year that was begun keeps its terms, so that it can be finished whatever the files say now.
      const begun = await readYearEnd(pool, area, year);
      if (interest.result === 'not-recorded' && !begun) {
        if (json) printJson({ area, year, interest: 'not-recorded' });
        else
          progress(
            `${interest.areaName} ${year} 年的利率没有收录，没有计息；往年和当年的划分不用结转，按资金的年份自动变化。`,
          );
        return 0;
      }
      const state = await runYearEnd(pool, {
        ...{ area, year, at, businessDate: today, signal: stop.signal },
        terms: begun?.terms ?? termsOf(interest),
        onProgress: ({ lotsPosted, lots }) => progress(`计息入账 ${lotsPosted} / ${lots} 批`),
      });
      if (json) printJson({ ...state, interest: 'recorded' });
      else print(state);
      return state.isEnded ? 0 : 3;
    });
  } finally {
    stop.release();
  }
}

function termsOf(interest: ReturnType<typeof interestOf>): YearEnd['terms'] {
  if (interest.result !== 'recorded') throw new Error('interest without terms');
  const { method, daysOfYear, rounding, priorYearPerMillion, currentYearPerMillion } = interest;
  return { method, daysOfYear, rounding, priorYearPerMillion, currentYearPerMillion };
}

function readArguments(args: string[]): { area: string; year: number; json: boolean } | undefined {
  try {
    const options = { area: { type: 'string' }, json: { type: 'boolean', default: false } } as const;
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const [year = '', ...more] = positionals;
    const { area = '', json } = values;
    if (!/^20\d{2}$/.test(year) || more.length > 0 || !/^\d{6}$/.test(area)) return undefined;
    return { area, year: Number(year), json };
  } catch {
    return undefined;
  }
}

function print(state: YearEnd): void {
  if (!state.isEnded) progress('已停止；再执行同一条命令会接着做完。');
  printLines([
    ['账户', state.accounts],
    ['计息人数', state.people],
    ['利息', yuan(state.interestFen)],
    ['已入账', `${state.lotsPosted} / ${state.lots} 批`],
    ['记账日期', state.businessDate],
  ]);
}
