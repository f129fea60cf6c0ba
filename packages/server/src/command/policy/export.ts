// `gongji policy export FOLDER [--at DATE]`: writes the policies of the running installation, published versions too, as files.
import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { onProduct, refuse } from '../money/open.ts';

/** @returns 0 when written, 2 when it was refused. */
export async function run(args: string[]): Promise<number> {
  const asked = readArguments(args);
  if (asked === undefined) {
    return refuse('policy export', '用法是 gongji policy export 文件夹 [--at 2026-01-01]；文件夹要是空的。');
  }
  const { folder, at } = asked;
  if (!isFree(folder)) {
    return refuse('policy export', `${folder} 里已经有东西，没有写。请换一个还没有的文件夹。`);
  }
  return onProduct('policy export', async ({ policies }) => {
    const files = at === undefined ? policies.newest() : policies.on(at).files;
    for (const [path, text] of Object.entries(files)) {
      const file = join(folder, path.replace(/^policies\//, ''));
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    const which = at === undefined ? '含已公布、尚未生效的版本' : `${at} 有效`;
    process.stdout.write(`已写到 ${folder}：${Object.keys(files).length} 个文件（${which}）。\n`);
    return 0;
  });
}

function isFree(folder: string): boolean {
  const found = statSync(folder, { throwIfNoEntry: false });
  return found === undefined || (found.isDirectory() && readdirSync(folder).length === 0);
}

function readArguments(args: string[]): { folder: string; at: string | undefined } | undefined {
  try {
    const options = { at: { type: 'string' } } as const;
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const [folder, ...more] = positionals;
    const { at } = values;
    const isDay = at === undefined || (/^\d{4}-\d{2}-\d{2}$/.test(at) && !Number.isNaN(Date.parse(at)));
    return folder === undefined || more.length > 0 || !isDay ? undefined : { folder, at };
  } catch {
    return undefined;
  }
}
