// What the tax bureau asks of a person for a coverage year; Maanshan by its published groups, elsewhere in Anhui its own.
import type { SampleGroup, SamplePerson } from '@gongji/sample';

export type Assessment = { ok: true; amountFen: number } | { ok: false; reason: string };

type Amounts = Partial<Record<SampleGroup, number>>;

const maanshan: Record<number, Amounts> = {
  2023: { ordinary: 35_000, 'returned-to-poverty': 7_700, monitored: 17_500 },
  2025: {
    ordinary: 40_000,
    'severely-disabled': 0,
    destitute: 0,
    'lonely-elderly': 0,
    orphan: 0,
    'minimum-living': 6_400,
    'returned-to-poverty': 8_800,
    monitored: 20_000,
  },
  2026: { ordinary: 40_000 },
};

/** Invented for trying: no published text stands behind these. */
const elsewhereInAnhui: Record<number, Amounts> = {
  2025: {
    ordinary: 41_000,
    'severely-disabled': 0,
    destitute: 0,
    'lonely-elderly': 0,
    orphan: 0,
    'minimum-living': 8_200,
    'returned-to-poverty': 16_400,
    monitored: 20_500,
  },
  2026: { ordinary: 43_000, 'minimum-living': 8_600 },
};

/** The yearly amount in fen; `person` undefined: nobody is registered with that number. */
export function assess(person: SamplePerson | undefined, area: string, coverageYear: number): Assessment {
  if (!person) return { ok: false, reason: '没有查到这个人的参保登记' };
  if (person.area !== area) return { ok: false, reason: '参保地不对：这个人不在该地参保' };
  if (person.scheme !== 'resident')
    return { ok: false, reason: '这个人参加的是职工医保，不缴城乡居民医保费' };
  if (!area.startsWith('34')) return { ok: false, reason: '该地区没有可用的核定数据' };
  const amounts = (area === '340500' ? maanshan : elsewhereInAnhui)[coverageYear];
  const amountFen = maanshanMinimumLiving2023(person, area, coverageYear) ?? amounts?.[person.group];
  if (amountFen === undefined) return { ok: false, reason: `${coverageYear} 年度没有这类人员的核定数据` };
  return { ok: true, amountFen };
}

/** In 2023 the amount of the minimum-living group hung on school and age: students 20, under 18 not at school 30, others 56 yuan. */
function maanshanMinimumLiving2023(person: SamplePerson, area: string, year: number): number | undefined {
  if (area !== '340500' || year !== 2023 || person.group !== 'minimum-living') return undefined;
  if (person.student) return 2_000;
  return person.bornOn > '2004-12-31' ? 3_000 : 5_600;
}
