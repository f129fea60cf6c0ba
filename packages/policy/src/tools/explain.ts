// Explains any question of the three kinds line by line: what was answered, by which figure, from which source.
import { eligibility } from '../eligibility.ts';
import { parseEligibilityInput } from '../input/eligibility-input.ts';
import { parsePremiumInput } from '../input/premium-input.ts';
import { parseQuoteInput } from '../input/quote-input.ts';
import type { PolicyLibrary } from '../library.ts';
import { yuan } from '../money.ts';
import { premium } from '../premium.ts';
import { quote } from '../quote.ts';
import type { Answer, Line, Parsed, PolicyRef, PolicySource, Reason } from '../types.ts';

type QuestionKind = 'quote' | 'premium' | 'eligibility';

export interface ExplainedLine {
  /** `split`: the parts of the amount; `payer`: who pays; `not-applied`: rules left aside, and why; `reason`: of a yes or no. */
  part: 'split' | 'payer' | 'note' | 'not-applied' | 'reason';
  code: string;
  text: string;
  /** What the line adds to its part's sum; null where no amount is meant. */
  fen: number | null;
  parameter: string | null;
  source: PolicySource | null;
  weak: boolean;
}

export interface Explanation {
  kind: QuestionKind;
  policy: PolicyRef;
  /** The answer in one sentence. */
  answer: string;
  lines: ExplainedLine[];
}

type Explained = { ok: true; value: Explanation } | { ok: false; field: string; message: string };

function fromLine(line: Line): ExplainedLine {
  const { code, group, text, fen, source, applied } = line;
  const part = applied === false ? 'not-applied' : group;
  const meant = group === 'note' && fen === 0 ? null : fen;
  const weak = line.weak === true;
  return { part, code, text, fen: meant, parameter: line.parameter ?? null, source, weak };
}

function fromReason({ code, text, source, parameter, weak }: Reason): ExplainedLine {
  return {
    part: 'reason',
    code,
    text,
    fen: null,
    parameter: parameter ?? null,
    source,
    weak: weak === true,
  };
}

function kindOf(value: unknown): QuestionKind | undefined {
  if (value === null || typeof value !== 'object') return undefined;
  if ('bill' in value) return 'quote';
  if ('coverageYear' in value) return 'premium';
  return 'giver' in value ? 'eligibility' : undefined;
}

function explained<Input, Output>(
  library: PolicyLibrary,
  parsed: Parsed<Input>,
  ask: (library: PolicyLibrary, input: Input) => Answer<Output>,
  tell: (output: Output) => Explanation,
): Explained {
  if (!parsed.ok) return parsed;
  const answer = ask(library, parsed.value);
  if (answer.ok) return { ok: true, value: tell(answer.value) };
  const { field, message } = answer.reason;
  return { ok: false, field, message };
}

/** Pure. The kind of question is told by its keys: a bill, a coverage year or a giver. */
export function explain(library: PolicyLibrary, value: unknown): Explained {
  switch (kindOf(value)) {
    case 'quote':
      return explained(
        library,
        parseQuoteInput(value),
        quote,
        ({ policy, fundFen, ownAccountFen, sharedFen, cashFen, lines }) => ({
          kind: 'quote',
          policy,
          answer: `统筹基金支付 ${yuan(fundFen)}，本人个人账户支付 ${yuan(ownAccountFen)}，亲属的个人账户支付 ${yuan(sharedFen.reduce((sum, { fen }) => sum + fen, 0))}，现金支付 ${yuan(cashFen)}。`,
          lines: lines.map(fromLine),
        }),
      );
    case 'premium':
      return explained(
        library,
        parsePremiumInput(value),
        premium,
        ({ policy, premiumFen, blocked, lines }) => ({
          kind: 'premium',
          policy,
          answer: blocked === undefined ? `个人应缴 ${yuan(premiumFen)}。` : `现在不能缴：${blocked.text}`,
          lines: lines.map(fromLine),
        }),
      );
    case 'eligibility':
      return explained(
        library,
        parseEligibilityInput(value),
        eligibility,
        ({ policy, eligible, reasons }) => ({
          kind: 'eligibility',
          policy,
          answer: eligible ? '可以绑定。' : '不能绑定。',
          lines: reasons.map(fromReason),
        }),
      );
    case undefined: {
      const message =
        '认不出这是哪一种问题；账单要有 bill，缴费要有 coverageYear，绑定要有 giver，格式见 docs/policy。';
      return { ok: false, field: '', message };
    }
  }
}
