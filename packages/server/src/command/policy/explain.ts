// `gongji policy explain FILE|- [--json]`: a bill, a premium or a binding, answered and explained line by line with its sources.
import { parseArgs } from 'node:util';
import { readPolicyLibrary } from '@gongji/policy/node';
import { explain } from '@gongji/policy/tools';
import type { ExplainedLine, Explanation } from '@gongji/policy/tools';
import { readJson } from '../input.ts';
import { sourceText } from './source-text.ts';

const PARTS: Record<ExplainedLine['part'], string> = {
  split: '金额怎样算',
  payer: '由谁支付',
  reason: '逐条核对',
  note: '说明',
  'not-applied': '没有采用的规定',
};

/** @returns 0 when explained (also when the answer is no), 2 for wrong arguments, bad input, or what is not recorded. */
export async function run(args: string[]): Promise<number> {
  const asked = readArguments(args);
  if (asked === undefined) {
    return refuse('', '用法是 gongji policy explain 文件名 [--json]，或用 - 表示标准输入。');
  }
  const read = await readJson(asked.file);
  if (!read.ok) return refuse(read.field, read.message);
  if (Array.isArray(read.value)) {
    return refuse('', '一次只解释一个问题，请从数组里取出一个对象。');
  }
  const explained = explain(readPolicyLibrary(), read.value);
  if (!explained.ok) return refuse(explained.field, explained.message);
  const { value } = explained;
  process.stdout.write(asked.json ? `${JSON.stringify(value, null, 2)}\n` : report(value));
  return 0;
}

function refuse(field: string, message: string): number {
  const subject = field === '' ? '' : `${field}: `;
  process.stderr.write(`gongji policy explain: ${subject}${message}\n`);
  return 2;
}

function readArguments(args: string[]): { file: string; json: boolean } | undefined {
  try {
    const options = { json: { type: 'boolean', default: false } } as const;
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const [file, ...more] = positionals;
    return file === undefined || more.length > 0 ? undefined : { file, json: values.json };
  } catch {
    return undefined;
  }
}

function report({ answer, policy, lines }: Explanation): string {
  const said = [answer, `政策 ${policy.id}，版本 ${policy.version}，指纹 ${policy.hash.slice(0, 12)}`];
  for (const [part, heading] of Object.entries(PARTS)) {
    const inPart = lines.filter((line) => line.part === part);
    if (inPart.length > 0) said.push('', `【${heading}】`, ...inPart.flatMap(lineText));
  }
  return `${said.join('\n')}\n`;
}

function lineText({ text, source, parameter, code }: ExplainedLine): string[] {
  const from = source === null ? '没有可引的依据' : sourceText(source);
  const place = parameter === null ? code : `${code}，${parameter}`;
  return [`  ${text}`, `    依据：${from}  [${place}]`];
}
