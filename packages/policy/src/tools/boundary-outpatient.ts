// The edges of the fund's outpatient benefit: every cell just below, at and above its edges, on its first and last day.
import { previousDay } from '../calendar.ts';
import type { AreaPolicy } from '../library.ts';
import { placeCases } from './boundary-places.ts';
import { areaName, cellName, LEVELS, SCHEMES, schemeName } from './cell-names.ts';
import type { Scheme } from './cell-names.ts';
import { billOf, capOf, deductibleOf, HUNDRED_YUAN_FEN, rateOf } from './made-case.ts';
import type { MadeCase, Ordinary, Outpatient } from './made-case.ts';

interface Spell {
  entry: Outpatient;
  /** First and last day on which the entry counts in this area; no last day for one without an end. */
  days: string[];
}

/** Each entry that counts, with its edges as the layers cut them. */
function spellsOf({ slices }: AreaPolicy): Spell[] {
  const spells = new Map<Outpatient, { from: string; to: string | undefined }>();
  for (const { outpatient, from, to } of [...slices].reverse()) {
    if (outpatient === undefined) continue;
    const first = spells.get(outpatient)?.from ?? from;
    spells.set(outpatient, { from: first, to });
  }
  return [...spells].map(([entry, { from, to }]) => ({
    entry,
    days: to === undefined ? [from] : [from, previousDay(to)],
  }));
}

/** Half a fen is rounded up, once. */
const shareOf = (fen: number, ratePerTenThousand: number): number =>
  Math.floor((fen * ratePerTenThousand + 5000) / 10_000);

function oneCell(policy: AreaPolicy, date: string, scheme: Scheme, benefit: Ordinary): MadeCase[] {
  const cases: MadeCase[] = [];
  for (const level of LEVELS) {
    for (const retired of [false, true]) {
      const rate = rateOf(benefit, level, retired);
      const thresholdFen = deductibleOf(benefit, level, retired);
      const capFen = capOf(benefit, retired);
      const add = (
        name: string,
        totalFen: number,
        yearToDate: { deductibleFen: number; fundPaidFen: number },
        answer: { fundFen: number; deductibleFen: number },
      ): void => {
        const base = billOf(policy.area, date, scheme, totalFen);
        const input = {
          ...base,
          patient: { ...base.patient, retired },
          institution: { ...base.institution, level },
          yearToDate,
        };
        const who = cellName(scheme, level, retired);
        cases.push({ name: `${areaName(policy)} ${date} ${who}：${name}`, ask: 'quote', input, answer });
      };
      const nothing = { deductibleFen: 0, fundPaidFen: 0 };
      const accrued = { deductibleFen: thresholdFen, fundPaidFen: 0 };
      const full = Math.min(rate, capFen);
      add('正好到起付线', thresholdFen, nothing, { fundFen: 0, deductibleFen: thresholdFen });
      add('超过起付线 1 分', thresholdFen + 1, nothing, {
        fundFen: Math.min(shareOf(1, rate), capFen),
        deductibleFen: thresholdFen,
      });
      add('超过起付线 100 元', thresholdFen + HUNDRED_YUAN_FEN, nothing, {
        fundFen: full,
        deductibleFen: thresholdFen,
      });
      add('起付线已经累计满', HUNDRED_YUAN_FEN, accrued, { fundFen: full, deductibleFen: 0 });
      if (capFen === Infinity) continue;
      if (capFen > 0 && rate > 0) {
        const almost = { ...accrued, fundPaidFen: capFen - 1 };
        add('离年度限额差 1 分', HUNDRED_YUAN_FEN, almost, { fundFen: 1, deductibleFen: 0 });
      }
      const met = { ...accrued, fundPaidFen: capFen };
      add('年度限额已经用完', HUNDRED_YUAN_FEN, met, { fundFen: 0, deductibleFen: 0 });
    }
  }
  return cases;
}

function chronicCases(policy: AreaPolicy, date: string, chronic: Outpatient['chronic']): MadeCase[] {
  if (chronic === 'notRecorded') return [];
  return SCHEMES.flatMap((scheme) => {
    const share = chronic[scheme];
    if (share === 'notRecorded') return [];
    return chronic.diseases.map(({ code, name }): MadeCase => {
      const base = billOf(policy.area, date, scheme, HUNDRED_YUAN_FEN);
      return {
        name: `${areaName(policy)} ${date} ${schemeName(scheme)} ${name}（${code}）：100 元`,
        ask: 'quote',
        input: { ...base, patient: { ...base.patient, chronic: [code] } },
        answer: { fundFen: share.ratePerTenThousand, deductibleFen: 0 },
      };
    });
  });
}

function onDay(policy: AreaPolicy, entry: Outpatient, date: string): MadeCase[] {
  const ordinary = SCHEMES.flatMap((scheme) => {
    const benefit = entry.ordinary[scheme];
    if (benefit !== 'notRecorded') return oneCell(policy, date, scheme, benefit);
    const open: MadeCase = {
      name: `${areaName(policy)} ${date} ${schemeName(scheme)}：没有记录普通门诊待遇`,
      ask: 'quote',
      input: billOf(policy.area, date, scheme, HUNDRED_YUAN_FEN),
      answer: { fundFen: 0, deductibleFen: 0, cashFen: HUNDRED_YUAN_FEN },
    };
    return [open];
  });
  return [...ordinary, ...chronicCases(policy, date, entry.chronic), ...placeCases(policy, entry, date)];
}

/** Pure. */
export function outpatientBoundaries(policy: AreaPolicy): MadeCase[] {
  const spells = spellsOf(policy);
  const cases = spells.flatMap(({ entry, days }) => days.flatMap((date) => onDay(policy, entry, date)));
  const [first] = spells.map(({ days }) => days[0] ?? '').sort();
  if (first !== undefined) {
    cases.push({
      name: `${areaName(policy)} ${previousDay(first)}：还没有任何记录`,
      ask: 'quote',
      input: billOf(policy.area, previousDay(first), 'employee', 1),
      answer: undefined,
      refusal: { code: 'no-policy-for-date', field: 'date' },
    });
  }
  return cases;
}
