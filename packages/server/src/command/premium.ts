// `gongji premium FILE|-`: a residents' premium, its window and when benefits begin.
import { parsePremiumInput, premium } from '@gongji/policy';
import { runQuestion } from './input.ts';

export async function run(args: string[]): Promise<number> {
  return runQuestion({ name: 'premium', parse: parsePremiumInput, answer: premium }, args);
}
