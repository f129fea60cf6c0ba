// The edges of every premium year: each group's amount, each day at which the window or the rule after it changes.
import { nextDay, previousDay } from '../calendar.ts';
import type { AreaPolicy, PremiumRules } from '../library.ts';
import type { MadeCase } from './boundary-cases.ts';

type Amounts = PremiumRules['amounts'];

interface AskedMember {
  group: string;
  student?: boolean;
  age?: number;
}

function amountCases(group: string, amount: Amounts[keyof Amounts]): [AskedMember, number | null][] {
  if (amount === 'notRecorded') return [[{ group }, null]];
  if ('fen' in amount) return [[{ group }, amount.fen]];
  return [
    [{ group, student: true, age: 17 }, amount.studentFen],
    [{ group, student: false, age: 17 }, amount.under18NotAtSchoolFen],
    [{ group, student: false, age: 18 }, amount.otherFen],
  ];
}

/** Pure. Every question is put by somebody without missed years. */
export function premiumBoundaries({ area, premiums }: AreaPolicy): MadeCase[] {
  return [...premiums.values()].flatMap((rules) => {
    const { coverageYear, window, amounts, coverage, afterWindow = [] } = rules;
    const asked = (member: AskedMember, payDate: string) => ({
      area,
      coverageYear,
      payDate,
      member: { ...member, insuredPriorYears: true },
      history: { missedYears: 0, repairedYears: 0 },
    });
    const firstDay = window === 'notRecorded' ? `${coverageYear - 1}-12-31` : window.firstDay;
    const cases = Object.entries(amounts).flatMap(([group, amount]) =>
      amountCases(group, amount).map(([member, fen]): MadeCase => {
        const name = `${area} premium ${coverageYear} ${JSON.stringify(member)}`;
        const input = asked(member, firstDay);
        return fen === null
          ? {
              name,
              ask: 'premium',
              input,
              answer: undefined,
              refusal: { code: 'premium-not-recorded', field: 'member.group' },
            }
          : { name, ask: 'premium', input, answer: { premiumFen: fen } };
      }),
    );
    // The dates are the same for every group: one with an amount asks for all.
    const [payer] = Object.entries(amounts).flatMap(([group, amount]) =>
      amountCases(group, amount).flatMap(([member, fen]) => (fen === null ? [] : [member])),
    );
    if (payer === undefined || window === 'notRecorded') return cases;
    const on = (payDate: string, answer: Record<string, unknown>): void => {
      const name = `${area} premium ${coverageYear} paid on ${payDate}`;
      cases.push({ name, ask: 'premium', input: asked(payer, payDate), answer });
    };
    const { firstDay: first, lastDay: last } = window;
    const from = coverage === 'notRecorded' ? null : coverage.from;
    on(previousDay(first), { window: { open: false }, benefitsFrom: null });
    on(first, { window: { open: true }, benefitsFrom: from, waitingMonths: 0 });
    on(last, { window: { open: true }, benefitsFrom: from, waitingMonths: 0 });
    const after = nextDay(last);
    const hasRule = afterWindow !== 'notRecorded' && afterWindow.some((entry) => entry.from === after);
    if (!hasRule) on(after, { window: { open: false } });
    if (afterWindow === 'notRecorded' || coverage === 'notRecorded') return cases;
    for (const { from: start, to, waitingMonths } of afterWindow) {
      on(start, { window: { open: false }, waitingMonths });
      if (to !== undefined) on(previousDay(to), { window: { open: false }, waitingMonths });
    }
    return cases;
  });
}
