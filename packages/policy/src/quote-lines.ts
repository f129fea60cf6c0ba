// The explanation of a quote, line by line, in sentences that an old person understands.
import type { Benefit } from './benefit.ts';
import type { Slice } from './library.ts';
import { line } from './line.ts';
import { percent, yuan } from './money.ts';
import type { Payers, Payment } from './payers.ts';
import type { Split } from './split.ts';
import type { Line, PolicySource, QuoteInput, YearToDate } from './types.ts';

interface Story {
  input: QuoteInput;
  benefit: Benefit;
  split: Split;
  payers: Payers;
  conventions: NonNullable<Slice['conventions']>;
}

function outsideLines({ split, conventions }: Story): Line[] {
  const { source } = conventions;
  const { whollySelfPaidFen: wholly, overPriceLimitFen: over, preSelfPaidFen: pre } = split;
  return [
    line('split', 'wholly-self-paid', `医保目录以外的费用 ${yuan(wholly)}，由个人用现金付。`, wholly, source),
    line('split', 'over-price-limit', `超过医保限价的部分 ${yuan(over)}，由个人用现金付。`, over, source),
    line('split', 'pre-self-paid', `按规定先由个人负担的部分 ${yuan(pre)}，可用个人账户付。`, pre, source),
  ];
}

function ordinaryLines(
  { split, input }: Story,
  benefit: Extract<Benefit, { kind: 'ordinary' }>,
  before: YearToDate,
): Line[] {
  const { deductibleFen, fundFen, ownShareFen, aboveCapFen, yearToDate } = split;
  const parameter = `outpatient.ordinary.${input.patient.scheme}`;
  const rate = benefit.ratePerTenThousand;
  const ownRate = percent(10000 - rate);
  const level = `起付线全年 ${yuan(benefit.deductibleFen)}，今年之前已计 ${yuan(before.deductibleFen)}`;
  const capLeft = yuan(Math.max(0, benefit.capFen - before.fundPaidFen));
  return [
    line(
      'split',
      'deductible',
      `${level}，本次计入 ${yuan(deductibleFen)}。`,
      deductibleFen,
      benefit.deductibleSource,
      {
        parameter: `${parameter}.deductible`,
        before: before.deductibleFen,
        after: yearToDate.deductibleFen,
      },
    ),
    line(
      'split',
      'fund',
      `起付线以上的部分由统筹基金报销 ${percent(rate)}，今年还可报 ${capLeft}，本次基金支付 ${yuan(fundFen)}。`,
      fundFen,
      benefit.rateSource,
      {
        parameter: `${parameter}.ratio`,
        ratePerTenThousand: rate,
        before: before.fundPaidFen,
        after: yearToDate.fundPaidFen,
      },
    ),
    line(
      'split',
      'own-share',
      `报销以外个人负担 ${ownRate}，是 ${yuan(ownShareFen)}。`,
      ownShareFen,
      benefit.rateSource,
      {
        parameter: `${parameter}.ratio`,
        ratePerTenThousand: 10000 - rate,
      },
    ),
    line(
      'split',
      'above-cap',
      `基金全年最多支付 ${yuan(benefit.capFen)}，超过的 ${yuan(aboveCapFen)}由个人负担。`,
      aboveCapFen,
      benefit.capSource,
      { parameter: `${parameter}.cap` },
    ),
  ];
}

function chronicLines(
  { input, split, conventions }: Story,
  benefit: Extract<Benefit, { kind: 'chronic' }>,
): Line[] {
  const rate = benefit.ratePerTenThousand;
  const parameter = `outpatient.chronic.${input.patient.scheme}`;
  const { fundFen, ownShareFen } = split;
  const lines = [
    line('split', 'deductible', '登记的慢性病不设起付线，本次计入 0.00 元。', 0, benefit.source, {
      parameter,
    }),
    line(
      'split',
      'fund',
      `慢性病由统筹基金报销 ${percent(rate)}，本次基金支付 ${yuan(fundFen)}。`,
      fundFen,
      benefit.source,
      {
        parameter,
        ratePerTenThousand: rate,
      },
    ),
    line(
      'split',
      'own-share',
      `报销以外个人负担 ${percent(10000 - rate)}，是 ${yuan(ownShareFen)}。`,
      ownShareFen,
      benefit.source,
      {
        parameter,
        ratePerTenThousand: 10000 - rate,
      },
    ),
    line('split', 'above-cap', '没有记录慢性病的封顶线，超过封顶线的部分是 0.00 元。', 0, benefit.source),
    line('note', 'chronic-apart', '慢性病账单不计入普通门诊的起付线和封顶线。', 0, conventions.source),
  ];
  if (benefit.upTo) {
    const text = `办事指引写的是“最高可达 ${percent(rate)}”，这里按最高比例计算，实际以当地医保部门核定为准。`;
    lines.push(line('note', 'rate-up-to', text, 0, benefit.source, { parameter, ratePerTenThousand: rate }));
  }
  return lines;
}

function benefitLines(story: Story): Line[] {
  const { benefit, split, input, conventions } = story;
  switch (benefit.kind) {
    case 'ordinary':
      return ordinaryLines(story, benefit, input.yearToDate);
    case 'chronic':
      return chronicLines(story, benefit);
    case 'not-recorded': {
      const own = `政策范围内的费用 ${yuan(split.ownShareFen)}由个人负担，可用个人账户付。`;
      return [
        line('split', 'fund', '统筹基金本次支付 0.00 元。', 0, null),
        line('split', 'own-share', own, split.ownShareFen, conventions.source),
        line('note', benefit.code, benefit.text, 0, conventions.source),
      ];
    }
  }
}

function paymentLine(code: string, who: string, payment: Payment, source: PolicySource): Line {
  const { fen, priorYearFen, currentYearFen } = payment;
  const parts = fen > 0 ? `（往年结余 ${yuan(priorYearFen)}，今年计入 ${yuan(currentYearFen)}）` : '';
  return line('payer', code, `${who}支付 ${yuan(fen)}${parts}。`, fen, source, {
    owner: payment.account.owner,
    priorYearFen,
    currentYearFen,
  });
}

function payerLines({ split, payers, conventions, input }: Story): Line[] {
  const { source } = conventions;
  const lines = [
    line('payer', 'fund', `统筹基金支付 ${yuan(split.fundFen)}。`, split.fundFen, null, { owner: 'fund' }),
    payers.own === null
      ? line('payer', 'own-account', '没有可用的本人个人账户，支付 0.00 元。', 0, source, { owner: 'self' })
      : paymentLine('own-account', '本人个人账户', payers.own, source),
    ...payers.givers.map((giver, index) =>
      paymentLine('giver', `第 ${index + 1} 位授权人的个人账户`, giver, source),
    ),
    line('payer', 'cash', `其余 ${yuan(payers.cashFen)}付现金。`, payers.cashFen, source, { owner: 'cash' }),
  ];
  const notPayableFen = input.bill.totalFen - split.fundFen - payers.payableFen;
  if (notPayableFen > 0) {
    const text = `其中 ${yuan(notPayableFen)}不在政策范围内，本人和亲属的个人账户都不能付。`;
    lines.push(line('note', 'not-payable-from-accounts', text, notPayableFen, source));
  }
  for (const payment of [payers.own, ...payers.givers]) {
    if (payment === null || !payment.heldByLimit) continue;
    const text = `账户设了单笔限额 ${yuan(payment.fen)}，本次用到限额为止。`;
    lines.push(line('note', 'limit-reached', text, payment.fen, null, { owner: payment.account.owner }));
  }
  return lines;
}

/** All lines in the order in which the bill is worked out. */
export function quoteLines(story: Story): Line[] {
  const { bill } = story.input;
  const { source } = story.conventions;
  const inScope = `政策范围内的费用是 ${yuan(story.split.inScopeFen)}（总额减去前面三项）。`;
  return [
    line('note', 'total', `本次费用总额 ${yuan(bill.totalFen)}。`, bill.totalFen, null),
    ...outsideLines(story),
    line('note', 'in-scope', inScope, story.split.inScopeFen, source),
    ...benefitLines(story),
    ...payerLines(story),
  ];
}
