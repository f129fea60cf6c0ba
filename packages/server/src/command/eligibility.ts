// `gongji eligibility FILE|-`: whether a giver may bind a relative.
import { parseEligibilityInput, eligibility } from '@gongji/policy';
import { runQuestion } from './input.ts';

export async function run(args: string[]): Promise<number> {
  return runQuestion({ name: 'eligibility', parse: parseEligibilityInput, answer: eligibility }, args);
}
