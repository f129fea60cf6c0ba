// `gongji policy show AREA DATE [--json]`: every figure in force in an area on a day, with its source and grade.
import { parseArgs } from 'node:util';
import { readPolicyLibrary } from '@gongji/policy/node';
import { figuresInForce } from '@gongji/policy/tools';
import type { Figure, FiguresInForce } from '@gongji/policy/tools';
import { GRADE_NAMES, sourceText } from './source-text.ts';

const LAYER_NAMES = { area: '市级', province: '省级', national: '全国' };

/** @returns 0 when shown, 2 for wrong arguments, an area or a day without a policy. */
export function run(args: string[]): number {
  const asked = readArguments(args);
  if (asked === undefined)
    return refuse('用法是 gongji policy show 地区代码 日期 [--json]，例如 211200 2025-03-01。');
  const { area, date, json } = asked;
  if (!isDay(date)) return refuse(`日期 ${date} 不对，请写真实的日期，格式是 2025-03-01。`);
  const answer = figuresInForce(readPolicyLibrary(), area, date);
  if (!answer.ok) return refuse(answer.reason.message);
  process.stdout.write(json ? `${JSON.stringify(answer.value, null, 2)}\n` : report(answer.value));
  return 0;
}

function refuse(sentence: string): number {
  process.stderr.write(`gongji policy show: ${sentence}\n`);
  return 2;
}

function isDay(text: string): boolean {
  const instant = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text) && text.length === 10;
}

function readArguments(args: string[]): { area: string; date: string; json: boolean } | undefined {
  try {
    const options = { json: { type: 'boolean', default: false } } as const;
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const [area, date, ...more] = positionals;
    return area === undefined || date === undefined || more.length > 0
      ? undefined
      : { area, date, json: values.json };
  } catch {
    return undefined;
  }
}

/** Sections under headings; each figure ends with the number of its source, and the sources stand at the end. */
function report({ name, area, date, policy, figures }: FiguresInForce): string {
  const sources = new Map(
    figures.flatMap(({ source }) => (source ? [[JSON.stringify(source), source] as const] : [])),
  );
  const keys = [...sources.keys()];
  const numberOf = ({ source }: Figure) => keys.indexOf(JSON.stringify(source)) + 1;
  const lines = [
    `${name}（${area}）${date} 有效的政策，版本 ${policy.version}，指纹 ${policy.hash.slice(0, 12)}`,
  ];
  let section = '';
  for (const figure of figures) {
    if (figure.sectionName !== section) {
      section = figure.sectionName;
      lines.push('', `【${section}】`);
    }
    lines.push(figure.recorded ? recordedLine(figure, numberOf(figure)) : `  ${figure.name}：没有记录`);
  }
  lines.push('', '【依据】');
  for (const [index, source] of [...sources.values()].entries())
    lines.push(`  [${index + 1}] ${sourceText(source)}`);
  return `${lines.join('\n')}\n`;
}

function recordedLine({ name, text, layer, source }: Figure, number: number): string {
  const weak = source?.grade === 'weak' ? '（依据较弱，请以当地医保部门答复为准）' : '';
  const grade = source === null ? '' : GRADE_NAMES[source.grade];
  return `  ${name}：${text}${weak}  ${layer === null ? '' : LAYER_NAMES[layer]}，${grade} [${number}]`;
}
