// Reads the cells of one span of days from the merged policy files: every kind of patient at every kind of place.
import type { AreaPolicy } from '../library.ts';
import type { InstitutionLevel, Scheme } from '../types.ts';
import { PEOPLE, PLACES, SERVICES } from './cell.ts';
import type { Cell, Outpatient, Place, Service } from './cell.ts';

const notRecorded = (code: string, what: string, parameter: string): Cell => ({
  kind: 'not-recorded',
  code,
  parameter,
  text: `没有记录${what}的统筹基金报销标准，本次基金支付按 0 元计算；个人账户仍可支付，报销请向当地医保部门核实。`,
});

const elsewhereNotRecorded = notRecorded('elsewhere-not-recorded', '参保地以外就医', 'outpatient.elsewhere');

interface Person {
  scheme: Scheme;
  retired: boolean;
}

type Cap = Exclude<Outpatient['ordinary'][Scheme], 'notRecorded'>['cap'];

function capOf(cap: Cap, retired: boolean): number {
  if ('unlimited' in cap) return Infinity;
  if ('fen' in cap) return cap.fen;
  return retired ? cap.retiredFen : cap.inServiceFen;
}

function ordinaryCell(
  policy: AreaPolicy,
  outpatient: Outpatient,
  { scheme, retired }: Person,
  level: InstitutionLevel,
): Cell {
  const figures = outpatient.ordinary[scheme];
  const parameter = `outpatient.ordinary.${scheme}`;
  const people = retired ? 'retired' : 'inService';
  if (figures === 'notRecorded') {
    const who = scheme === 'employee' ? '职工' : '居民';
    return notRecorded('ordinary-not-recorded', `${policy.own.name}该日期${who}普通门诊`, parameter);
  }
  const { deductible, cap, ratio } = figures;
  const thresholds = 'inService' in deductible ? deductible[people] : deductible;
  const ratios = 'inService' in ratio ? ratio[people] : ratio;
  return {
    kind: 'ordinary',
    parameter,
    deductibleFen: thresholds[`level${level}Fen`],
    deductibleSource: deductible.source,
    capFen: capOf(cap, retired),
    capSource: cap.source,
    ratePerTenThousand: ratios[`level${level}`],
    rateSource: ratio.source,
    pharmacySource: null,
    elsewhere: null,
  };
}

function chronicCell(policy: AreaPolicy, { chronic }: Outpatient, { scheme }: Person): Cell {
  const { name } = policy.own;
  const parameter = 'outpatient.chronic';
  if (chronic === 'notRecorded') {
    return notRecorded('chronic-not-recorded', `${name}该日期门诊慢性病`, parameter);
  }
  const share = chronic[scheme];
  const own = `${parameter}.${scheme}`;
  if (share === 'notRecorded') return notRecorded('chronic-not-recorded', `${name}该参保类型门诊慢性病`, own);
  return { kind: 'chronic', parameter: own, ...share, source: chronic.source, elsewhere: null };
}

function pharmacyCell(policy: AreaPolicy, outpatient: Outpatient, person: Person, isChronic: boolean): Cell {
  const { pharmacy } = outpatient;
  if (pharmacy === 'notRecorded') {
    return notRecorded('pharmacy-not-recorded', '定点零售药店购药', 'outpatient.pharmacy');
  }
  if (isChronic && pharmacy.chronic === 'as-at-hospital') return chronicCell(policy, outpatient, person);
  const cell = ordinaryCell(policy, outpatient, person, pharmacy.asLevel);
  return cell.kind === 'ordinary' ? { ...cell, pharmacySource: pharmacy.source } : cell;
}

function homeCell(policy: AreaPolicy, outpatient: Outpatient, service: Service, person: Person): Cell {
  switch (service) {
    case 'level-1':
      return ordinaryCell(policy, outpatient, person, 1);
    case 'level-2':
      return ordinaryCell(policy, outpatient, person, 2);
    case 'level-3':
      return ordinaryCell(policy, outpatient, person, 3);
    case 'pharmacy':
      return pharmacyCell(policy, outpatient, person, false);
    case 'chronic':
      return chronicCell(policy, outpatient, person);
    case 'chronic-at-pharmacy':
      return pharmacyCell(policy, outpatient, person, true);
  }
}

const FILINGS = { filed: '已备案', unfiled: '没有备案', lapsed: '备案已失效' } as const;

function cellElsewhere(home: Cell, { elsewhere }: Outpatient, place: Exclude<Place, 'home'>): Cell {
  if (elsewhere === 'notRecorded') return elsewhereNotRecorded;
  const share = elsewhere[place];
  const filing = FILINGS[place];
  if (share === 'notRecorded') {
    const what = `参保地以外就医（${filing}）`;
    return notRecorded('elsewhere-not-recorded', what, `outpatient.elsewhere.${place}`);
  }
  if (share.fund === 'nothing') {
    const text = `参保地以外就医，${filing}：按参保地的规定，统筹基金不支付；个人账户仍可支付，请先办理或续办备案。`;
    return { kind: 'nothing', code: 'elsewhere-refused', text, source: share.source };
  }
  if (home.kind !== 'ordinary' && home.kind !== 'chronic') return home;
  const { pointsLess, source } = share;
  const homeRatePerTenThousand = home.ratePerTenThousand;
  return {
    ...home,
    ratePerTenThousand: Math.max(0, homeRatePerTenThousand - pointsLess),
    elsewhere: { homeRatePerTenThousand, pointsLess, source },
  };
}

/** The cells in the order of their numbers: service by person by place. */
export function cellsOf(policy: AreaPolicy, outpatient: Outpatient): Cell[] {
  return SERVICES.flatMap((service) =>
    PEOPLE.flatMap((name) => {
      const scheme = name.startsWith('employee') ? ('employee' as const) : ('resident' as const);
      const home = homeCell(policy, outpatient, service, { scheme, retired: name.endsWith('retired') });
      return PLACES.map((place) => (place === 'home' ? home : cellElsewhere(home, outpatient, place)));
    }),
  );
}
