// Sentences on the parts of a bill and on the fund's benefit.
import { inWords } from '../calendar.ts';
import { line } from '../line.ts';
import { percent, yuan } from '../money.ts';
import type { Line } from '../types.ts';
import type { Cell } from './cell.ts';
import { dayOfNumber } from './day-number.ts';
import type { Story, Told } from './story.ts';

type Ordinary = Extract<Cell, { kind: 'ordinary' }>;
type Chronic = Extract<Cell, { kind: 'chronic' }>;

function deductible(story: Story, { fen, first, second }: Told): Line {
  const { cell } = story;
  if (cell.kind === 'chronic') {
    const text = '登记的慢性病不设起付线，本次计入 0.00 元。';
    return line('split', 'deductible', text, 0, cell.source, { parameter: cell.parameter });
  }
  const { deductibleFen, deductibleSource, parameter } = cell as Ordinary;
  const text = `起付线全年 ${yuan(deductibleFen)}，今年之前已计 ${yuan(first)}，本次计入 ${yuan(fen)}。`;
  const extras = { parameter: `${parameter}.deductible`, before: first, after: second };
  return line('split', 'deductible', text, fen, deductibleSource, extras);
}

function fund({ cell }: Story, { fen, first, second }: Told): Line {
  if (cell.kind !== 'ordinary' && cell.kind !== 'chronic') {
    const source = cell.kind === 'nothing' ? cell.source : null;
    return line('split', 'fund', '统筹基金本次支付 0.00 元。', fen, source);
  }
  const { parameter, ratePerTenThousand } = cell;
  if (cell.kind === 'chronic') {
    const text = `慢性病由统筹基金报销 ${percent(ratePerTenThousand)}，本次基金支付 ${yuan(fen)}。`;
    return line('split', 'fund', text, fen, cell.source, { parameter, ratePerTenThousand });
  }
  const left =
    cell.capFen === Infinity ? '不设年度限额' : `今年还可报 ${yuan(Math.max(0, cell.capFen - first))}`;
  const text = `起付线以上的部分由统筹基金报销 ${percent(ratePerTenThousand)}，${left}，本次基金支付 ${yuan(fen)}。`;
  return line('split', 'fund', text, fen, cell.rateSource, {
    parameter: `${parameter}.ratio`,
    ratePerTenThousand,
    before: first,
    after: second,
  });
}

function ownShare({ cell, conventions }: Story, { fen }: Told): Line {
  if (cell.kind !== 'ordinary' && cell.kind !== 'chronic') {
    const text = `政策范围内的费用 ${yuan(fen)}由个人负担，可用个人账户付。`;
    return line('split', 'own-share', text, fen, conventions.source);
  }
  const ratePerTenThousand = 10000 - cell.ratePerTenThousand;
  const text = `报销以外个人负担 ${percent(ratePerTenThousand)}，是 ${yuan(fen)}。`;
  const isOrdinary = cell.kind === 'ordinary';
  const parameter = isOrdinary ? `${cell.parameter}.ratio` : cell.parameter;
  const source = isOrdinary ? cell.rateSource : cell.source;
  return line('split', 'own-share', text, fen, source, { parameter, ratePerTenThousand });
}

function aboveCap({ cell }: Story, { fen }: Told): Line {
  if (cell.kind === 'chronic') {
    return line('split', 'above-cap', '没有记录慢性病的封顶线，超过封顶线的部分是 0.00 元。', 0, cell.source);
  }
  const { capFen, capSource, parameter } = cell as Ordinary;
  const text =
    capFen === Infinity
      ? `普通门诊不设年度限额，超过限额的部分是 ${yuan(fen)}。`
      : `基金全年最多支付 ${yuan(capFen)}，超过的 ${yuan(fen)}由个人负担。`;
  return line('split', 'above-cap', text, fen, capSource, { parameter: `${parameter}.cap` });
}

function rateUpTo({ cell }: Story): Line {
  const { ratePerTenThousand, source, parameter, elsewhere } = cell as Chronic;
  const most = percent(elsewhere?.homeRatePerTenThousand ?? ratePerTenThousand);
  const text = `办事指引写的是“最高可达 ${most}”，这里按最高比例计算，实际以当地医保部门核定为准。`;
  return line('note', 'rate-up-to', text, 0, source, { parameter, ratePerTenThousand });
}

function notRecorded({ cell, conventions }: Story): Line {
  if (cell.kind !== 'not-recorded') throw new Error('a recorded benefit was told as not recorded');
  const { code, text, parameter } = cell;
  return line('note', code, text, 0, conventions.source, { parameter, applied: false });
}

/** The disease of a line on a registration, by its name where the area has one. */
function diseaseName({ input, bills, row, outpatient }: Story, disease: number): string {
  const code = input.patient.chronic[disease - bills.diseaseStart[row]!] ?? '';
  const { chronic } = outpatient;
  const known = typeof chronic === 'object' ? chronic.diseases.find((one) => one.code === code) : undefined;
  return known?.name ?? code;
}

function notChronic(story: Story, code: string, why: string): Line {
  const text = `${why}，慢性病待遇这次用不上，按普通门诊计算。`;
  return line('note', code, text, 0, story.conventions.source, {
    parameter: 'outpatient.chronic',
    applied: false,
  });
}

export const words = {
  total: ({ input }: Story) =>
    line('note', 'total', `本次费用总额 ${yuan(input.bill.totalFen)}。`, input.bill.totalFen, null),
  whollySelfPaid: ({ conventions }: Story, { fen }: Told) =>
    line(
      'split',
      'wholly-self-paid',
      `医保目录以外的费用 ${yuan(fen)}，由个人用现金付。`,
      fen,
      conventions.source,
    ),
  overPriceLimit: ({ conventions }: Story, { fen }: Told) =>
    line(
      'split',
      'over-price-limit',
      `超过医保限价的部分 ${yuan(fen)}，由个人用现金付。`,
      fen,
      conventions.source,
    ),
  preSelfPaid: ({ conventions }: Story, { fen }: Told) =>
    line(
      'split',
      'pre-self-paid',
      `按规定先由个人负担的部分 ${yuan(fen)}，可用个人账户付。`,
      fen,
      conventions.source,
    ),
  inScope: ({ conventions }: Story, { fen }: Told) =>
    line(
      'note',
      'in-scope',
      `政策范围内的费用是 ${yuan(fen)}（总额减去前面三项）。`,
      fen,
      conventions.source,
    ),
  deductible,
  deductibleMet: ({ cell }: Story) => {
    const { deductibleSource, parameter } = cell as Ordinary;
    const text = '今年的起付线已经计满，这次不再扣起付线。';
    return line('note', 'deductible-met', text, 0, deductibleSource, {
      parameter: `${parameter}.deductible`,
      applied: false,
    });
  },
  fund,
  ownShare,
  aboveCap,
  chronicApart: ({ conventions }: Story) =>
    line('note', 'chronic-apart', '慢性病账单不计入普通门诊的起付线和封顶线。', 0, conventions.source, {
      applied: false,
    }),
  rateUpTo,
  notRecorded,
  notRegistered: (story: Story, { first }: Told) =>
    notChronic(story, 'chronic-not-registered', `没有登记${diseaseName(story, first)}`),
  registrationNotBegun: (story: Story, { first }: Told) => {
    const from = inWords(dayOfNumber(story.bills.diseases.registeredFrom[first]!));
    return notChronic(
      story,
      'chronic-registration-not-begun',
      `${diseaseName(story, first)}的登记从${from}才生效`,
    );
  },
  registrationLapsed: (story: Story, { first }: Told) => {
    const to = inWords(dayOfNumber(story.bills.diseases.registeredTo[first]!));
    const why = `${diseaseName(story, first)}的登记从${to}起已经失效，请续办登记；`;
    return notChronic(story, 'chronic-registration-lapsed', why.slice(0, -1));
  },
  asAtPharmacy: ({ cell, input }: Story) => {
    const { pharmacySource, parameter } = cell as Ordinary;
    const isChronic = input.patient.chronic.length > 0;
    const text = `在定点药店购药，按${isChronic ? '普通门诊' : '本地规定的医院级别'}的标准报销，与医院门诊合并计算起付线和封顶线。`;
    return line('note', 'pharmacy-as-hospital', text, 0, pharmacySource, { parameter });
  },
};
