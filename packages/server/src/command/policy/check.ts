// `gongji policy check [DIRECTORY] [--json]`: do the policy files load, do all worked cases hold, has every cell a case.
import { statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readCaseTexts, readPolicyTexts, unreadPolicyFiles } from '@gongji/policy/node';
import { checkFiles } from '@gongji/policy/tools';
import type { PolicyCheck } from '@gongji/policy/tools';

/** @returns 0 when everything holds, 1 when something is wrong (all of it is printed), 2 for wrong arguments. */
export function run(args: string[]): number {
  const asked = readArguments(args);
  if (asked === undefined) {
    process.stderr.write('gongji policy check: 用法是 gongji policy check [政策文件夹] [--json]。\n');
    return 2;
  }
  const { directory } = asked;
  if (directory !== undefined && statSync(directory, { throwIfNoEntry: false })?.isDirectory() !== true) {
    process.stderr.write(`gongji policy check: 没有 ${directory} 这个文件夹，请核对位置。\n`);
    return 2;
  }
  const texts = [...readPolicyTexts(asked.directory), ...readCaseTexts(asked.directory)];
  const check = checkFiles(Object.fromEntries(texts.map(({ path, text }) => [path, text])));
  const unreadFiles = unreadPolicyFiles(asked.directory);
  const whole = { ...check, ok: check.ok && unreadFiles.length === 0, unreadFiles };
  process.stdout.write(asked.json ? `${JSON.stringify(whole, null, 2)}\n` : report(whole));
  return whole.ok ? 0 : 1;
}

function readArguments(args: string[]): { directory: string | undefined; json: boolean } | undefined {
  try {
    const options = { json: { type: 'boolean', default: false } } as const;
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    return positionals.length > 1 ? undefined : { directory: positionals[0], json: values.json };
  } catch {
    return undefined;
  }
}

function report(check: PolicyCheck & { unreadFiles: string[] }): string {
  const { fileErrors, brokenCases, brokenBoundaryCases, untouchedCells, blanks, unreadFiles } = check;
  const lines =
    fileErrors.length > 0
      ? [`文件有 ${fileErrors.length} 处错误，改好后再查案例：`, ...indented(fileErrors)]
      : [
          `读入 ${check.areas.length} 个地区：${check.areas.map(({ area, name }) => `${name}（${area}）`).join('、')}`,
          brokenCases.length === 0
            ? `案例 ${check.cases} 个，全部相符`
            : `案例 ${check.cases} 个，其中 ${brokenCases.length} 个不符：`,
          ...indented(
            brokenCases.flatMap(({ file, line, name, broken }) => [
              `${file}:${line} ${name}`,
              ...indented(broken),
            ]),
          ),
          brokenBoundaryCases.length === 0
            ? `由数字生成的边界案例 ${check.boundaryCases} 个，全部相符`
            : `由数字生成的边界案例 ${check.boundaryCases} 个，其中 ${brokenBoundaryCases.length} 个不符：`,
          ...indented(brokenBoundaryCases.flatMap(({ name, broken }) => [name, ...indented(broken)])),
          untouchedCells.length === 0
            ? `已记录的金额和比例 ${check.cells} 项，都有案例`
            : `已记录的金额和比例 ${check.cells} 项，其中 ${untouchedCells.length} 项没有案例：`,
          ...indented(untouchedCells),
          ...(blanks.length === 0 ? [] : [`还有 ${blanks.length} 处待填写：`, ...indented(blanks)]),
        ];
  if (unreadFiles.length > 0) {
    lines.push(`有 ${unreadFiles.length} 个文件没有读，文件名要以 .yaml 结尾：`, ...indented(unreadFiles));
  }
  return `${[...lines, check.ok ? '检查通过' : '检查没有通过'].join('\n')}\n`;
}

const indented = (lines: readonly string[]): string[] => lines.map((line) => `  ${line}`);
