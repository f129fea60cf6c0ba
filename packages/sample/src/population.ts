// A thousand further people in households of four, so that lists, searches and counts have something to hold.
import { hefei, maanshan, shenyang, tieling } from './area.ts';
import type { SampleArea } from './area.ts';
import type { Random } from './random.ts';
import type { Draft, SampleRegistry } from './registry.ts';
import type { SampleGroup, SamplePerson } from './types.ts';

const surnames = ['样', '例', '试', '演', '拟', '仿', '模'] as const;
const firstCharacters = ['文', '明', '国', '春', '秋', '晓', '海', '雨', '思', '家', '永', '志'] as const;
const secondCharacters = ['安', '宁', '和', '平', '乐', '康', '清', '云', '川', '林', '玉', '宇'] as const;
const residentGroups = [
  'minimum-living',
  'minimum-living',
  'returned-to-poverty',
  'monitored',
  'severely-disabled',
  'destitute',
] as const satisfies readonly SampleGroup[];

/** Adds 125 households to each city. */
export function addPopulation(registry: SampleRegistry, random: Random): void {
  for (const [city, elsewhere] of [
    [maanshan, hefei],
    [tieling, shenyang],
  ] as const) {
    for (let count = 0; count < 125; count += 1) addHousehold(registry, random, city, elsewhere, count);
  }
}

function addHousehold(
  registry: SampleRegistry,
  random: Random,
  city: SampleArea,
  elsewhere: SampleArea,
  count: number,
): void {
  const surname = random.pick(surnames);
  const father = registry.add(adult(random, city, surname, 'male'));
  const mother = registry.add(adult(random, city, random.pick(surnames), 'female'));
  const child = registry.add(youngster(random, random.chance(4) ? elsewhere : city, surname));
  const elder = registry.add(oldster(random, random.chance(3) ? elsewhere : city, surname));
  registry.marry(father, mother);
  if (child.group !== 'orphan') registry.parents([father, mother], [child]);
  if (elder.group !== 'lonely-elderly') registry.parents([elder], [father]);
  if (count % 5 === 0 && mayGive(father) && child.group !== 'orphan') {
    registry.bind(father, child, 'child', `2024-09-${random.between(10, 28)}`);
  }
}

/** A giver whose money may be shared under both cities' rules. */
function mayGive(person: SamplePerson): boolean {
  return person.scheme === 'employee' && person.status === 'normal' && person.parts[0]?.partYear === 2023;
}

function adult(random: Random, area: SampleArea, surname: string, sex: 'male' | 'female'): Draft {
  const employee = random.chance(70);
  const base = named(random, area, surname, sex, 1976, 1988);
  if (!employee) return { ...base, scheme: 'resident', ...residentStanding(random) };
  return {
    ...base,
    scheme: 'employee',
    status: random.chance(3) ? 'suspended' : 'normal',
    ...balances(random),
    ...(random.chance(4) ? { chronic: ['hypertension'] } : {}),
  };
}

function youngster(random: Random, area: SampleArea, surname: string): Draft {
  const base = named(random, area, surname, random.chance(50) ? 'male' : 'female', 2007, 2024);
  const student = base.bornOn < '2018-09-01';
  const standing = random.chance(2) ? { group: 'orphan' as const } : residentStanding(random);
  return {
    ...base,
    scheme: 'resident',
    student,
    ...standing,
    insuredPriorYears: base.bornOn < '2024-01-01',
    missedYears: 0,
  };
}

function oldster(random: Random, area: SampleArea, surname: string): Draft {
  const base = named(random, area, surname, random.chance(50) ? 'male' : 'female', 1948, 1955);
  const chronic = random.chance(40)
    ? [random.pick(['hypertension', 'diabetes', 'hypertension'] as const)]
    : [];
  if (random.chance(40)) {
    return { ...base, scheme: 'employee', retired: true, chronic, ...balances(random) };
  }
  const standing = random.chance(4) ? { group: 'lonely-elderly' as const } : residentStanding(random);
  return { ...base, scheme: 'resident', chronic, ...standing };
}

function named(
  random: Random,
  area: SampleArea,
  surname: string,
  sex: 'male' | 'female',
  fromYear: number,
  toYear: number,
) {
  const month = String(random.between(1, 9)).padStart(2, '0');
  const day = String(random.between(1, 28)).padStart(2, '0');
  return {
    name: surname + random.pick(firstCharacters) + random.pick(secondCharacters),
    sex,
    bornOn: `${random.between(fromYear, toYear)}-${month}-${day}`,
    area,
  };
}

function residentStanding(random: Random): Pick<Draft, 'group' | 'status' | 'missedYears'> {
  const group = random.chance(85) ? 'ordinary' : random.pick(residentGroups);
  if (random.chance(97)) return { group };
  return { group, status: 'ended', missedYears: random.between(1, 5) };
}

function balances(random: Random): Pick<Draft, 'priorYearFen' | 'currentYearFen'> {
  return {
    priorYearFen: random.chance(8) ? 0 : random.between(100, 600_000),
    currentYearFen: random.chance(5) ? 0 : random.between(100, 300_000),
  };
}
