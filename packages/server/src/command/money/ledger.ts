// `gongji ledger verify|statement|seal`: proves the books from their rows; prints a person's statement; seals days.
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { readPeriodStatement } from '@gongji/ledger';
import type { VerifyReport } from '@gongji/ledger';
import { onProduct, refuse } from './open.ts';
import { isDay, printJson, printLines, progress } from './print.ts';
import { statementCsv, statementPdf } from './statement.ts';

/** @returns 0 answered, 1 when the books are wrong, 2 refused. */
export function run(args: string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === 'verify') return verify(rest);
  if (name === 'statement') return statement(rest);
  if (name === 'seal') return seal(rest);
  return Promise.resolve(
    refuse(
      'ledger',
      '用法是 gongji ledger verify [--json]，或 gongji ledger seal --day 2024-10-14 [--json]，或 gongji ledger statement --person 人员编号 --area 340500 --from 2024-01-01 --to 2024-12-31。',
    ),
  );
}

const problemNames: Record<VerifyReport['problems'][number]['code'], string> = {
  'balance-differs': '余额与明细不符',
  'balance-after-differs': '明细的余额前后不接',
  'list-broken': '账户的明细次序断开',
  overdrawn: '余额越界',
  'day-differs': '日结与明细不符',
  'seal-altered': '日结封存被改动',
  'chain-broken': '哈希链断开',
  'content-altered': '内容被改动',
  'outside-chain': '有不在哈希链里的记录',
  'hold-differs': '冻结与记录不符',
  'year-end-differs': '年终计息与入账不符',
  'clearing-differs': '清算与明细不符',
};

async function verify(args: string[]): Promise<number> {
  const json = args.join() === '--json';
  if (args.length > 0 && !json) return refuse('ledger verify', '用法是 gongji ledger verify [--json]。');
  return onProduct('ledger verify', async ({ ledger, services }) => {
    const report = await ledger.verify((batches) => progress(`已核对 ${batches} 批`));
    const records = await services.verifyRecords();
    const ok = report.ok && records.length === 0;
    const [first] = report.problems;
    if (json) printJson({ ...report, ok, first: first ?? records[0] ?? null, recordProblems: records });
    else {
      printLines([
        ['账户', report.accounts],
        ['凭证', report.journals],
        ['明细', report.postings],
        ['链', `${report.chainRows} 批`],
        ['结果', ok ? '全部一致' : `发现 ${report.problems.length + records.length} 处问题`],
        ['第一处', first && `${problemNames[first.code]}：${first.area} ${first.subject}`],
        ['业务记录', records[0] && `${records[0].table} ${records[0].row} ${records[0].code}`],
      ]);
    }
    return ok ? 0 : 1;
  });
}

async function seal(args: string[]): Promise<number> {
  const name = 'ledger seal';
  const options = { day: { type: 'string' }, json: { type: 'boolean', default: false } } as const;
  let asked: { day?: string; json: boolean };
  try {
    asked = parseArgs({ args, options }).values;
  } catch {
    asked = { json: false };
  }
  const { day, json } = asked;
  if (!isDay(day)) return refuse(name, '用法是 gongji ledger seal --day 2024-10-14 [--json]。');
  return onProduct(name, async ({ ledger, clock }) => {
    const { today } = clock.now();
    if (day >= today) return refuse(name, `${day} 还没有结束，今天是 ${today}，只能封存今天以前的日子。`);
    const seals = await ledger.sealAll(day);
    if (json) printJson(seals);
    else {
      printLines([
        ...seals.map(({ area, root }) => [`${area} 封存到 ${day}`, root] as const),
        ['新封存的地区', seals.length],
      ]);
    }
    return 0;
  });
}

async function statement(args: string[]): Promise<number> {
  const name = 'ledger statement';
  const asked = readArguments(args);
  if (!asked)
    return refuse(
      name,
      '用法是 gongji ledger statement --person 人员编号 --area 340500 --from 2024-01-01 --to 2024-12-31 [--csv 文件] [--pdf 文件]。',
    );
  const { person, area, from, to, csv, pdf } = asked;
  return onProduct(name, async ({ pool, services, clock }) => {
    const owner = await services.person.mark(person);
    if (!owner) return refuse(name, `没有人员编号 ${person}，请核对。`);
    const found = await readPeriodStatement(pool, { area, owner: person, from, to });
    if (csv !== undefined) await writeFile(csv, statementCsv(found));
    if (pdf !== undefined) await writeFile(pdf, await statementPdf(found, owner.name, clock.now().at));
    if (csv === undefined && pdf === undefined) printJson(found);
    else progress(`已写入 ${[csv, pdf].filter((file) => file !== undefined).join('、')}`);
    return 0;
  });
}

function readArguments(args: string[]) {
  try {
    const text = { type: 'string' } as const;
    const options = { person: text, area: text, from: text, to: text, csv: text, pdf: text };
    const { person = '', area = '', from, to, csv, pdf } = parseArgs({ args, options }).values;
    const isWhole = person !== '' && /^\d{6}$/.test(area) && isDay(from) && isDay(to) && from <= to;
    return isWhole ? { person, area, from, to, csv, pdf } : undefined;
  } catch {
    return undefined;
  }
}
