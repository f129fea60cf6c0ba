// The edges of the fund's benefit at pharmacies and outside the insured area: every scheme, each state of a filing, its first and last day.
import { nextDay, previousDay } from '../calendar.ts';
import type { AreaPolicy } from '../library.ts';
import { areaName, FILING_NAMES, FILINGS, peopleName, SCHEMES, schemeName } from './cell-names.ts';
import type { FilingState, Scheme } from './cell-names.ts';
import { billOf, capOf, deductibleOf, HUNDRED_YUAN_FEN, rateOf } from './made-case.ts';
import type { MadeCase, Ordinary, Outpatient } from './made-case.ts';

/** A fund payment of 100 yuan's share, never above the cap. */
const paidOf = (benefit: Ordinary, ratePerTenThousand: number, retired = false): number =>
  Math.min(ratePerTenThousand, capOf(benefit, retired));

function atPharmacy(policy: AreaPolicy, entry: Outpatient, scheme: Scheme, date: string): MadeCase[] {
  const { pharmacy, chronic } = entry;
  const benefit = entry.ordinary[scheme];
  if (benefit === 'notRecorded') return [];
  const base = billOf(policy.area, date, scheme, HUNDRED_YUAN_FEN);
  const institution = { kind: 'pharmacy', area: policy.area };
  const name = (what: string): string => `${areaName(policy)} ${date} 药店 ${schemeName(scheme)} ${what}`;
  if (pharmacy === 'notRecorded') {
    const answer = { fundFen: 0, deductibleFen: 0, cashFen: HUNDRED_YUAN_FEN };
    return [{ name: name('没有记录待遇'), ask: 'quote', input: { ...base, institution }, answer }];
  }
  const cases = [false, true].map((retired): MadeCase => {
    const deductibleFen = deductibleOf(benefit, pharmacy.asLevel, retired);
    const patient = { ...base.patient, retired };
    const { bill } = billOf(policy.area, date, scheme, deductibleFen + HUNDRED_YUAN_FEN);
    const fundFen = paidOf(benefit, rateOf(benefit, pharmacy.asLevel, retired), retired);
    return {
      name: name(`${peopleName(retired)}：超过起付线 100 元`),
      ask: 'quote',
      input: { ...base, bill, patient, institution },
      answer: { fundFen, deductibleFen },
    };
  });
  const share = chronic === 'notRecorded' ? 'notRecorded' : chronic[scheme];
  const disease = chronic === 'notRecorded' ? undefined : chronic.diseases[0];
  if (share === 'notRecorded' || disease === undefined) return cases;
  const isOrdinary = pharmacy.chronic === 'as-ordinary';
  const yearToDate = { deductibleFen: deductibleOf(benefit, pharmacy.asLevel, false), fundPaidFen: 0 };
  const patient = { ...base.patient, chronic: [disease.code] };
  cases.push({
    name: name(`${disease.name}：100 元`),
    ask: 'quote',
    input: { ...base, patient, institution, yearToDate },
    answer: {
      fundFen: isOrdinary
        ? paidOf(benefit, rateOf(benefit, pharmacy.asLevel, false))
        : share.ratePerTenThousand,
      deductibleFen: 0,
    },
  });
  return cases;
}

/** Filings that have the state on the day: each with a name, on the first and the last day of the state where it has one. */
function filingsOf(state: FilingState, place: string, otherPlace: string, date: string) {
  const long = '2000-01-01';
  if (state === 'filed') {
    return [
      ['备案第一天', { place, from: date }],
      ['备案最后一天', { place, from: long, to: nextDay(date) }],
    ] as const;
  }
  if (state === 'lapsed') return [['失效第一天', { place, from: long, to: date }]] as const;
  return [
    ['从未备案', undefined],
    ['备案第二天才开始', { place, from: nextDay(date) }],
    ['备案的是别处', { place: otherPlace, from: previousDay(date) }],
  ] as const;
}

function elsewhere(policy: AreaPolicy, entry: Outpatient, scheme: Scheme, date: string): MadeCase[] {
  const benefit = entry.ordinary[scheme];
  const rules = entry.elsewhere;
  if (benefit === 'notRecorded' || rules === 'notRecorded') return [];
  const [away, other] = policy.own.province === '99' ? ['980000', '97'] : ['990000', '98'];
  const base = billOf(policy.area, date, scheme, HUNDRED_YUAN_FEN);
  const counted = { deductibleFen: deductibleOf(benefit, 1, false), fundPaidFen: 0 };
  return FILINGS.flatMap((state) => {
    const share = rules[state];
    const lessened =
      share === 'notRecorded' || share.fund === 'nothing'
        ? 0
        : Math.max(0, rateOf(benefit, 1, false) - share.pointsLess);
    return filingsOf(state, away.slice(0, 2), other, date).map(([what, filing]): MadeCase => ({
      name: `${areaName(policy)} ${date} 异地 ${schemeName(scheme)} ${FILING_NAMES[state]}：${what}`,
      ask: 'quote',
      input: {
        ...base,
        patient: { ...base.patient, ...(filing === undefined ? {} : { filing }) },
        institution: { ...base.institution, area: away },
        yearToDate: counted,
      },
      answer: { fundFen: paidOf(benefit, lessened), deductibleFen: 0 },
    }));
  });
}

/** Pure. Of a scheme whose ordinary benefit is not recorded there is nothing to work out. */
export function placeCases(policy: AreaPolicy, entry: Outpatient, date: string): MadeCase[] {
  return SCHEMES.flatMap((scheme) => [
    ...atPharmacy(policy, entry, scheme, date),
    ...elsewhere(policy, entry, scheme, date),
  ]);
}
