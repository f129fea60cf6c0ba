// The edges of every premium year: each group's amount, each day at which the window or the rule after it changes.
import { nextDay, previousDay } from '../calendar.ts';
import type { AreaPolicy, PremiumRules } from '../library.ts';
import { GROUP_NAMES } from '../premium-lines.ts';
import { areaName } from './cell-names.ts';
import type { MadeCase } from './made-case.ts';

type Amounts = PremiumRules['amounts'];
type MemberGroup = keyof Amounts;

const entriesOf = (amounts: Amounts) => Object.entries(amounts) as [MemberGroup, Amounts[MemberGroup]][];

interface AskedMember {
  group: MemberGroup;
  student?: boolean;
  age?: number;
}

function memberName({ group, student, age }: AskedMember): string {
  if (age === undefined) return GROUP_NAMES[group];
  return `${GROUP_NAMES[group]} ${student === true ? '学生' : `${age} 岁非学生`}`;
}

function amountCases(group: MemberGroup, amount: Amounts[keyof Amounts]): [AskedMember, number | null][] {
  if (amount === 'notRecorded') return [[{ group }, null]];
  if ('fen' in amount) return [[{ group }, amount.fen]];
  return [
    [{ group, student: true, age: 17 }, amount.studentFen],
    [{ group, student: false, age: 17 }, amount.under18NotAtSchoolFen],
    [{ group, student: false, age: 18 }, amount.otherFen],
  ];
}

/** Pure. Every question is put by somebody without missed years. */
export function premiumBoundaries(policy: AreaPolicy): MadeCase[] {
  const { area, premiums } = policy;
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
    const cases = entriesOf(amounts).flatMap(([group, amount]) =>
      amountCases(group, amount).map(([member, fen]): MadeCase => {
        const name = `${areaName(policy)} ${coverageYear} 年度缴费 ${memberName(member)}`;
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
    const [payer] = entriesOf(amounts).flatMap(([group, amount]) =>
      amountCases(group, amount).flatMap(([member, fen]) => (fen === null ? [] : [member])),
    );
    if (payer === undefined || window === 'notRecorded') return cases;
    const on = (payDate: string, answer: Record<string, unknown>): void => {
      const name = `${areaName(policy)} ${coverageYear} 年度缴费 ${payDate} 缴`;
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
