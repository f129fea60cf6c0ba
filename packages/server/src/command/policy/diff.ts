// `gongji policy diff A B …`: who gains and who loses when policy A becomes policy B, tried on a random population.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import {
  differencePage,
  differenceSvg,
  fundText,
  groupText,
  policyDifference,
  populationText,
  sharingTexts,
  sideText,
} from '@gongji/policy/tools';
import type { PolicyDifference } from '@gongji/policy/tools';
import { placeOf, readSide } from './side.ts';

const USAGE =
  '用法是 gongji policy diff 原来 改后 [--at 地区代码@日期] [--population 人数] [--seed 数] [--html 文件] [--svg 文件] [--json]，例如 gongji policy diff 211200@2025-03-01 211200@2026-03-01。';
const MOST_PEOPLE = 200_000;

interface Asked {
  before: string;
  after: string;
  at: string | undefined;
  population: number;
  seed: number;
  html: string | undefined;
  svg: string | undefined;
  json: boolean;
}

/** @returns 0 when compared, 1 when policy files are wrong (each place is printed), 2 for wrong arguments or no policy there. */
export function run(args: string[]): number {
  const asked = readArguments(args);
  if (typeof asked === 'string') return refuse(asked);
  const at = asked.at === undefined ? undefined : placeOf(asked.at);
  if (asked.at !== undefined && at === undefined) {
    return refuse(`--at ${asked.at} 不对，请写 地区代码@日期，例如 211200@2025-03-01。`);
  }
  const sides = [];
  for (const argument of [asked.before, asked.after]) {
    const read = readSide(argument, at);
    if (read.ok) sides.push(read.side);
    else if (read.wrongFiles.length === 0) return refuse(read.sentence);
    else {
      process.stderr.write(`gongji policy diff: ${[read.sentence, ...read.wrongFiles].join('\n  ')}\n`);
      return 1;
    }
  }
  const [before, after] = sides;
  if (before === undefined || after === undefined) return refuse(USAGE);
  const answer = policyDifference(before, after, asked.population, asked.seed);
  if (!answer.ok) return refuse(answer.reason.message);
  const unwritten = write(asked, answer.value);
  if (unwritten !== undefined) return refuse(unwritten);
  process.stdout.write(asked.json ? `${JSON.stringify(answer.value, null, 2)}\n` : report(answer.value));
  return 0;
}

function refuse(sentence: string): number {
  process.stderr.write(`gongji policy diff: ${sentence}\n`);
  return 2;
}

/** A sentence when the arguments are wrong. */
function readArguments(args: string[]): Asked | string {
  const options = {
    at: { type: 'string' },
    population: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    html: { type: 'string' },
    svg: { type: 'string' },
    json: { type: 'boolean', default: false },
  } as const;
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const [before, after, ...more] = positionals;
    if (before === undefined || after === undefined || more.length > 0) return USAGE;
    const population = wholeNumber(values.population, 1, MOST_PEOPLE);
    if (population === undefined)
      return `--population ${values.population} 不对，请写 1 到 ${MOST_PEOPLE} 的整数。`;
    const seed = wholeNumber(values.seed, 0, 2 ** 32 - 1);
    if (seed === undefined) return `--seed ${values.seed} 不对，请写 0 到 4294967295 的整数。`;
    const { at, html, svg, json } = values;
    return { before, after, at, population, seed, html, svg, json };
  } catch {
    return USAGE;
  }
}

function wholeNumber(text: string, least: number, most: number): number | undefined {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  return value >= least && value <= most ? value : undefined;
}

/** A sentence when a file could not be written. */
function write({ html, svg }: Asked, difference: PolicyDifference): string | undefined {
  const files: [string | undefined, (of: PolicyDifference) => string][] = [
    [html, differencePage],
    [svg, differenceSvg],
  ];
  for (const [file, draw] of files) {
    if (file === undefined) continue;
    try {
      writeFileSync(file, draw(difference));
    } catch (fault) {
      const reason = fault instanceof Error && 'code' in fault ? String(fault.code) : 'unwritable';
      return `写不了文件 ${file}（${reason}），请换一个位置。`;
    }
  }
  return undefined;
}

function report(difference: PolicyDifference): string {
  const { before, after, figures, groups } = difference;
  const [all] = groups;
  const changed = figures.map(
    ({ sectionName, name, before: old, after: fresh }) =>
      `  ${sectionName} · ${name}：${old ?? '没有这一项'} → ${fresh ?? '没有这一项'}`,
  );
  return `${[
    `原来：${sideText(before)}`,
    `改后：${sideText(after)}`,
    populationText(difference),
    '',
    figures.length === 0 ? '【改了什么】没有不同' : `【改了什么】${figures.length} 项`,
    ...changed,
    '',
    '【谁少付，谁多付】',
    ...groups.map((group) => `  ${groupText(group)}`),
    '',
    ...(all === undefined ? [] : [fundText(all), ...sharingTexts(all)]),
  ].join('\n')}\n`;
}
