// `gongji quote FILE|-`: who pays what of an outpatient bill.
import { parseQuoteInput, quote } from '@gongji/policy';
import { runQuestion } from './input.ts';

export async function run(args: string[]): Promise<number> {
  return runQuestion({ name: 'quote', parse: parseQuoteInput, answer: quote }, args);
}
