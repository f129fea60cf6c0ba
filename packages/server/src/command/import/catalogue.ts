// `gongji import catalogue FILE`: brings a medical catalogue in, beside the running product or without it.
import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { DatabaseProblem } from '@gongji/database';
import { CatalogueFileProblem, createCatalogueService } from '@gongji/service';
import { StartProblem } from '../../start-problem.ts';
import { visitProductDatabase } from './database.ts';

const refuse = (sentence: string): number => {
  process.stderr.write(`gongji import catalogue: ${sentence}\n`);
  return 2;
};

export async function run(args: string[]): Promise<number> {
  const [file] = args;
  if (file === undefined || args.length !== 1) return refuse('用法是 gongji import catalogue 文件名.csv。');
  if (!(await isReadable(file))) return refuse(`读不到文件 ${file}，请检查文件名。`);
  try {
    const database = await visitProductDatabase();
    try {
      const { added, unchanged } = await createCatalogueService(database).import(createReadStream(file));
      process.stdout.write(`医保目录已导入：新增 ${added} 行，已有 ${unchanged} 行没有变化。\n`);
      return 0;
    } finally {
      await database.close();
    }
  } catch (error) {
    if (error instanceof CatalogueFileProblem) return refuse(`${error.message}文件里的内容一行也没有导入。`);
    if (error instanceof DatabaseProblem || error instanceof StartProblem) return refuse(error.message);
    throw error;
  }
}

const isReadable = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );
