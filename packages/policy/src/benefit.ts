// Which outpatient benefit of the fund applies to a bill: ordinary, chronic, or none that is recorded.
import type { AreaPolicy, Slice } from './library.ts';
import type { PolicyRefusal, PolicySource, QuoteInput } from './types.ts';

export type Benefit =
  | {
      kind: 'ordinary';
      deductibleFen: number;
      deductibleSource: PolicySource;
      capFen: number;
      capSource: PolicySource;
      ratePerTenThousand: number;
      rateSource: PolicySource;
    }
  | { kind: 'chronic'; ratePerTenThousand: number; upTo: boolean; source: PolicySource }
  | { kind: 'not-recorded'; code: string; text: string };

type Outpatient = NonNullable<Slice['outpatient']>;
type Choice = { ok: true; benefit: Benefit } | { ok: false; reason: PolicyRefusal };

const missing = (code: string, what: string): Choice => ({
  ok: true,
  benefit: {
    kind: 'not-recorded',
    code,
    text: `没有记录${what}的统筹基金报销标准，本次基金支付按 0 元计算；个人账户仍可支付，报销请向当地医保部门核实。`,
  },
});

function chronicBenefit(outpatient: Outpatient, policy: AreaPolicy, input: QuoteInput): Choice {
  const { chronic } = outpatient;
  const { scheme } = input.patient;
  const name = policy.own.name;
  if (chronic === 'notRecorded') return missing('chronic-not-recorded', `${name}该日期门诊慢性病`);
  const unknown = input.patient.chronic.findIndex(
    (code) => !chronic.diseases.some((disease) => disease.code === code),
  );
  if (unknown >= 0) {
    const known = chronic.diseases.map((disease) => `${disease.code}（${disease.name}）`).join('、');
    const message = `${name}没有记录慢性病“${input.patient.chronic[unknown]}”；可以填 ${known}，不是慢性病请留空。`;
    return {
      ok: false,
      reason: { code: 'disease-not-recorded', field: `patient.chronic[${unknown}]`, message },
    };
  }
  const share = chronic[scheme];
  if (share === 'notRecorded') return missing('chronic-not-recorded', `${name}该参保类型门诊慢性病`);
  return { ok: true, benefit: { kind: 'chronic', ...share, source: chronic.source } };
}

function ordinaryBenefit(outpatient: Outpatient, policy: AreaPolicy, input: QuoteInput): Choice {
  const { scheme, retired } = input.patient;
  const ordinary = outpatient.ordinary[scheme];
  if (ordinary === 'notRecorded') {
    const people = scheme === 'employee' ? '职工' : '居民';
    return missing('ordinary-not-recorded', `${policy.own.name}该日期${people}普通门诊`);
  }
  const level = input.institution.level ?? 3;
  const ratios = retired ? ordinary.ratio.retired : ordinary.ratio.inService;
  return {
    ok: true,
    benefit: {
      kind: 'ordinary',
      deductibleFen: ordinary.deductible[`level${level}Fen`],
      deductibleSource: ordinary.deductible.source,
      capFen: ordinary.cap.fen,
      capSource: ordinary.cap.source,
      ratePerTenThousand: ratios[`level${level}`],
      rateSource: ordinary.ratio.source,
    },
  };
}

/** The benefit for this patient at this institution; a disease that the area does not know is refused. */
export function benefitFor(outpatient: Outpatient, policy: AreaPolicy, input: QuoteInput): Choice {
  if (input.institution.area !== policy.area) return missing('elsewhere-not-recorded', '参保地以外就医');
  if (input.institution.kind === 'pharmacy') return missing('pharmacy-not-recorded', '定点零售药店购药');
  return input.patient.chronic.length > 0
    ? chronicBenefit(outpatient, policy, input)
    : ordinaryBenefit(outpatient, policy, input);
}
