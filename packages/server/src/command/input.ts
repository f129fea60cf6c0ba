// What the three policy commands share: read JSON from a file or standard input, answer one question or a list, print JSON.
import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import type { Answer, Parsed, PolicyLibrary } from '@gongji/policy';
import { readPolicyLibrary } from '@gongji/policy/node';

export type Refusal = { ok: false; field: string; message: string };

export interface Question<Input, Output> {
  /** Name of the command, for its sentences. */
  name: string;
  parse(value: unknown): Parsed<Input>;
  answer(library: PolicyLibrary, input: Input): Answer<Output>;
}

const refused = (field: string, message: string): Refusal => ({ ok: false, field, message });

async function readText(file: string): Promise<{ ok: true; text: string } | Refusal> {
  try {
    return { ok: true, text: file === '-' ? await text(process.stdin) : await readFile(file, 'utf8') };
  } catch (fault) {
    const reason = fault instanceof Error && 'code' in fault ? String(fault.code) : 'unreadable';
    return refused(file, `读不到这个文件（${reason}），请检查文件名。`);
  }
}

/** Reads a file, or standard input for `-`. */
export async function readJson(file: string): Promise<{ ok: true; value: unknown } | Refusal> {
  const read = await readText(file);
  if (!read.ok) return read;
  try {
    return { ok: true, value: JSON.parse(read.text.replace(/^\uFEFF/, '')) as unknown };
  } catch {
    return refused(file === '-' ? '标准输入' : file, '内容不是正确的 JSON，请检查括号、引号和逗号。');
  }
}

function answerOne<Input, Output>(
  question: Question<Input, Output>,
  library: PolicyLibrary,
  value: unknown,
): { ok: true; value: Output } | Refusal {
  const parsed = question.parse(value);
  if (!parsed.ok) return parsed;
  const answer = question.answer(library, parsed.value);
  return answer.ok ? answer : refused(answer.reason.field, answer.reason.message);
}

function answerAll<Input, Output>(
  question: Question<Input, Output>,
  library: PolicyLibrary,
  value: unknown,
): { ok: true; value: Output | Output[] } | Refusal {
  if (!Array.isArray(value)) return answerOne(question, library, value);
  const outputs: Output[] = [];
  for (const [index, element] of value.entries()) {
    const one = answerOne(question, library, element);
    if (!one.ok) return refused(`[${index}]${one.field === '' ? '' : `.${one.field}`}`, one.message);
    outputs.push(one.value);
  }
  return { ok: true, value: outputs };
}

/** @returns 0 when answered (standard output holds only JSON), 2 when refused (one sentence on standard error). */
export async function runQuestion<Input, Output>(
  question: Question<Input, Output>,
  args: string[],
): Promise<number> {
  const refuse = ({ field, message }: Refusal): number => {
    const subject = field === '' ? '' : `${field}: `;
    process.stderr.write(`gongji ${question.name}: ${subject}${message.replaceAll('\n', ' ')}\n`);
    return 2;
  };
  const [file] = args;
  if (file === undefined || args.length !== 1) {
    return refuse(refused('', `用法是 gongji ${question.name} 文件名，或用 - 表示标准输入。`));
  }
  const read = await readJson(file);
  if (!read.ok) return refuse(read);
  const answered = answerAll(question, readPolicyLibrary(), read.value);
  if (!answered.ok) return refuse(answered);
  process.stdout.write(`${JSON.stringify(answered.value, null, 2)}\n`);
  return 0;
}
