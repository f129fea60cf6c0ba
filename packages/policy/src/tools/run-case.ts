// Puts one worked case to the engine and says in which way the answer breaks the promise.
import { isWithin } from '../calendar.ts';
import { eligibility } from '../eligibility.ts';
import { parseEligibilityInput } from '../input/eligibility-input.ts';
import { parsePremiumInput } from '../input/premium-input.ts';
import { parseQuoteInput } from '../input/quote-input.ts';
import type { PolicyLibrary, PremiumRules } from '../library.ts';
import { premium } from '../premium.ts';
import { quote } from '../quote.ts';
import type { Answer, EligibilityResult, Line, Parsed, PremiumResult, QuoteResult } from '../types.ts';
import { waitingOf } from '../waiting.ts';
import type { Waiting } from '../waiting.ts';
import type { WorkedCase } from './case-files.ts';
import { differences } from './differences.ts';

type Result = QuoteResult | PremiumResult | EligibilityResult;
/** Like an answer; input that has not the right form is a refusal too, with the code `bad-input`. */
type Outcome =
  { ok: true; value: Result } | { ok: false; reason: { code: string; field: string; message: string } };

function asked<Input>(
  library: PolicyLibrary,
  parsed: Parsed<Input>,
  answer: (library: PolicyLibrary, input: Input) => Answer<Result>,
): Outcome {
  if (parsed.ok) return answer(library, parsed.value);
  return { ok: false, reason: { code: 'bad-input', field: parsed.field, message: parsed.message } };
}

function answerOf(library: PolicyLibrary, { ask, input }: WorkedCase): Outcome {
  if (ask === 'quote') return asked(library, parseQuoteInput(input), quote);
  if (ask === 'premium') return asked(library, parsePremiumInput(input), premium);
  return asked(library, parseEligibilityInput(input), eligibility);
}

const sumOf = (lines: readonly Line[], group: Line['group']): number =>
  lines.filter((line) => line.group === group).reduce((sum, line) => sum + line.fen, 0);

/** The national waiting rule alone, for a window that need not be recorded anywhere. */
function nationalWaiting(library: PolicyLibrary, input: Record<string, unknown>): Waiting | undefined {
  const { coverageYear, window, payDate, missedYears, repairedYears } = input as {
    coverageYear: number;
    window: PremiumRules['window'];
    payDate: string;
    missedYears: number;
    repairedYears: number;
  };
  const [policy] = library.areas.values();
  if (policy === undefined) return undefined;
  const from = `${coverageYear}-01-01`;
  const rule = policy.national.waiting?.find((entry) => isWithin(from, entry));
  const rules = { window, coverage: { from, to: `${coverageYear + 1}-01-01` } } as PremiumRules;
  return waitingOf({ waiting: rule, newborn: undefined }, rules, {
    area: policy.area,
    coverageYear,
    payDate,
    member: { group: 'ordinary', insuredPriorYears: true },
    history: { missedYears, repairedYears },
  });
}

function quoteSums(one: WorkedCase, lines: readonly Line[]): string[] {
  const { totalFen } = one.input['bill'] as { totalFen: number };
  return (['split', 'payer'] as const)
    .filter((group) => sumOf(lines, group) !== totalFen)
    .map((group) => `明细：${group} 各行合计 ${sumOf(lines, group)}，账单是 ${totalFen}`);
}

function brokenAnswer(one: WorkedCase, result: Result): string[] {
  const { reasonCodes, ...figures } = one.answer ?? {};
  const broken = differences(figures, result);
  if (reasonCodes !== undefined && 'reasons' in result) {
    const codes = result.reasons.map(({ code }) => code);
    broken.push(...differences(reasonCodes, codes, ['reasonCodes']));
  }
  if ('fundFen' in result) broken.push(...quoteSums(one, result.lines));
  return broken;
}

/** One sentence for each promise that the engine does not keep; none when the case holds. */
export function brokenPromises(library: PolicyLibrary, one: WorkedCase): string[] {
  if (one.ask === 'waiting') return differences(one.answer, nationalWaiting(library, one.input));
  const answer = answerOf(library, one);
  if (answer.ok) {
    if (one.refusal === undefined) return brokenAnswer(one, answer.value);
    return [`案例写的是拒绝（${one.refusal.code}），程序却给出了结果`];
  }
  const { code, field, message } = answer.reason;
  if (one.refusal !== undefined) {
    const { messageHas = '', ...promised } = one.refusal;
    const broken = differences(promised, { code, field });
    const lacksWords = !message.includes(messageHas);
    return lacksWords ? [...broken, `提示里没有“${messageHas}”：${message}`] : broken;
  }
  return [`案例写的是结果，程序却拒绝（${code}，字段 ${field}）：${message}`];
}

/** Of a bill's answer: the ratio of the fund per ten thousand where one applied, and the codes of the notes; undefined without one. */
export function quotedFund(
  library: PolicyLibrary,
  one: WorkedCase,
): { rate: number | undefined; notes: string[] } | undefined {
  const answer = one.ask === 'quote' ? answerOf(library, one) : undefined;
  if (answer?.ok !== true || !('fundFen' in answer.value)) return undefined;
  const { lines } = answer.value;
  const fund = lines.find(
    ({ code, ratePerTenThousand }) => code === 'fund' && ratePerTenThousand !== undefined,
  );
  return {
    rate: fund?.ratePerTenThousand,
    notes: lines.filter(({ group }) => group === 'note').map(({ code }) => code),
  };
}
