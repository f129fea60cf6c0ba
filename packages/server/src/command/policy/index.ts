// `gongji policy …`: the tools for policy staff; finds the one that was asked for.
import { run as check } from './check.ts';
import { run as diff } from './diff.ts';
import { run as explain } from './explain.ts';
import { run as exportFiles } from './export.ts';
import { run as newArea } from './new-area.ts';
import { run as schema } from './schema.ts';
import { run as show } from './show.ts';

type Tool = (args: string[]) => number | Promise<number>;

const TOOLS: Record<string, Tool> = {
  check,
  show,
  explain,
  diff,
  schema,
  'new-area': newArea,
  export: exportFiles,
};

const REFUSED = 2;

/** @returns the exit status: 0 answered, 1 something is wrong with the policy files, 2 wrong arguments. */
export async function run(args: string[]): Promise<number> {
  const [name = '', ...rest] = args;
  const tool = Object.hasOwn(TOOLS, name) ? TOOLS[name] : undefined;
  if (tool !== undefined) return tool(rest);
  const found = name === '' ? '没有写工具名' : `没有 ${name} 这个工具`;
  process.stderr.write(`gongji policy: ${found}；可以用 ${Object.keys(TOOLS).join('、')}。\n`);
  return REFUSED;
}
