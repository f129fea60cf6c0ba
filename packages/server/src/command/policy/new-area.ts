// `gongji policy new-area CODE NAME [--cases]`: prints the file of a new area to fill in, or that of its worked cases.
import { readPolicyLibrary } from '@gongji/policy/node';
import { newAreaText } from '@gongji/policy/tools';

/** @returns 0 when printed, 2 for wrong arguments, an area that is there, or a province without a file. */
export function run(args: string[]): number {
  const wantsCases = args.includes('--cases');
  const [area, name, ...more] = args.filter((argument) => argument !== '--cases');
  if (area === undefined || name === undefined || more.length > 0) {
    return refuse('用法是 gongji policy new-area 地区代码 地区名称 [--cases]，例如 210400 抚顺市。');
  }
  const made = newAreaText(readPolicyLibrary(), area, name);
  if (!made.ok) return refuse(made.message);
  process.stdout.write(wantsCases ? made.cases : made.text);
  return 0;
}

function refuse(sentence: string): number {
  process.stderr.write(`gongji policy new-area: ${sentence}\n`);
  return 2;
}
