// `gongji policy new-area CODE NAME [--cases]`: prints the file of a new area or province to fill in, or that of an area's cases.
import { loadLibrary } from '@gongji/policy';
import { readPolicyTexts } from '@gongji/policy/node';
import { newAreaCasesText, newAreaText, newProvinceText } from '@gongji/policy/tools';

/** @returns 0 when printed, 1 when the policy files that are there are wrong (each place is printed), 2 for wrong arguments, an area that is there, or a province without a file. */
export function run(args: string[]): number {
  const wantsCases = args.includes('--cases');
  const [area, name, ...more] = args.filter((argument) => argument !== '--cases');
  if (area === undefined || name === undefined || more.length > 0) {
    return refuse(
      '用法是 gongji policy new-area 地区代码 地区名称 [--cases]，例如 210400 抚顺市；省份写两位代码，例如 33 浙江省。',
    );
  }
  // A shell makes the file that is printed into before this runs: an empty one is not there yet.
  const loaded = loadLibrary(readPolicyTexts().filter(({ text }) => text.trim() !== ''));
  if (!loaded.ok) {
    const sentences = loaded.errors.map(({ message }) => `  ${message}`);
    process.stderr.write(['gongji policy new-area: 政策文件有错误，请先改好：', ...sentences, ''].join('\n'));
    return 1;
  }
  const text = wantsCases ? newAreaCasesText : area.length === 2 ? newProvinceText : newAreaText;
  const made = text(loaded.library, area, name);
  if (!made.ok) return refuse(made.message);
  process.stdout.write(made.text);
  return 0;
}

function refuse(sentence: string): number {
  process.stderr.write(`gongji policy new-area: ${sentence}\n`);
  return 2;
}
