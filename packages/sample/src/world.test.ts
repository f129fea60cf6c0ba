// Promises of the sample world that every demo, simulator and test leans on.
import { expect, test } from 'vitest';
import { checkCharacter } from './id-number.ts';
import { sampleWorld } from './index.ts';
import type { SampleRelationKind } from './index.ts';

const world = sampleWorld();
const byNumber = new Map(world.people.map((person) => [person.personNo, person]));
const story = (name: string) => {
  const person = world.people.find((candidate) => candidate.name === name && candidate.family);
  if (!person) throw new Error(`no story about ${name}`);
  return person;
};
const kinship = (one: string, other: string) =>
  world.kinships.find(
    (tie) => tie.personNo === story(one).personNo && tie.relativeNo === story(other).personNo,
  )?.relation;
const isUnique = (values: string[]) => new Set(values).size === values.length;

test('the check character agrees with the worked example of the standard', () => {
  expect(checkCharacter('11010519491231002')).toBe('X');
  expect(checkCharacter('44052418800101001')).toBe('4');
});

test('the same seed gives the same world, another seed another population', () => {
  expect(sampleWorld()).toEqual(world);
  expect(sampleWorld(7).people).not.toEqual(world.people);
});

test('there are two families in each city and 1,000 further people over both', () => {
  const families = new Set(world.people.flatMap((person) => person.family ?? []));
  expect([...families]).toEqual(['样家', '例家', '演家', '试家']);
  const further = world.people.filter((person) => !person.family);
  expect(further).toHaveLength(1000);
  for (const area of ['340500', '211200']) {
    const here = further.filter((person) => person.area === area);
    expect(here.length).toBeGreaterThan(450);
    expect(here.some((person) => person.scheme === 'employee' && !person.retired)).toBe(true);
    expect(here.some((person) => person.retired)).toBe(true);
    expect(here.some((person) => person.status === 'suspended')).toBe(true);
    expect(new Set(here.map((person) => person.group)).size).toBeGreaterThan(5);
  }
});

test('families come first in the list', () => {
  const firstFurther = world.people.findIndex((person) => !person.family);
  expect(world.people.slice(firstFurther).every((person) => !person.family)).toBe(true);
});

test('every identity number has a valid check digit, the birthday and the sex of the person', () => {
  for (const person of world.people) {
    expect(person.idNumber).toMatch(/^\d{17}[\dX]$/);
    expect(person.idNumber[17]).toBe(checkCharacter(person.idNumber.slice(0, 17)));
    expect(person.idNumber.slice(6, 14)).toBe(person.bornOn.replaceAll('-', ''));
    expect(Number(person.idNumber[16]) % 2 === 1).toBe(person.sex === 'male');
    expect(Number.isNaN(Date.parse(person.bornOn))).toBe(false);
    expect(person.bornOn < world.demoDate).toBe(true);
  }
});

test('nobody can be taken for a real person', () => {
  for (const person of world.people) {
    expect(person.name).toMatch(/^[样例试演拟仿模]/);
    expect(person.idNumber.slice(4, 6)).toBe('99');
    expect(person.phone).toMatch(/^1990000\d{4}$/);
  }
  for (const staff of world.staff) expect(staff.name).toMatch(/^[样例试演拟仿模]/);
  for (const institution of world.institutions) {
    expect(institution.name).toMatch(/^示例/);
    expect(institution.accessKey).toMatch(/^SAMPLE-KEY-/);
    expect(institution.secret).toMatch(/^sample-secret-/);
  }
});

test('numbers are unique, and a person number begins with the insured area', () => {
  expect(isUnique(world.people.map((person) => person.idNumber))).toBe(true);
  expect(isUnique(world.people.map((person) => person.phone))).toBe(true);
  expect(isUnique([...byNumber.keys(), ...world.staff.map((staff) => staff.staffNo)])).toBe(true);
  expect(byNumber.size).toBe(world.people.length);
  for (const person of world.people) {
    expect(person.personNo).toMatch(/^\d{6,23}$/);
    expect(person.personNo.startsWith(person.area)).toBe(true);
  }
});

test('only employees have money, in whole positive fen, each year once', () => {
  for (const person of world.people) {
    if (person.scheme === 'resident') expect(person.parts).toEqual([]);
    for (const part of person.parts) {
      expect(Number.isSafeInteger(part.fen) && part.fen > 0).toBe(true);
      expect([2023, 2024]).toContain(part.partYear);
    }
    expect(isUnique(person.parts.map((part) => String(part.partYear)))).toBe(true);
  }
});

test('kinship is told in both directions and never of oneself', () => {
  const inverse: Record<SampleRelationKind, SampleRelationKind> = {
    spouse: 'spouse',
    parent: 'child',
    child: 'parent',
    sibling: 'sibling',
    grandparent: 'grandchild',
    grandchild: 'grandparent',
  };
  const told = new Map(world.kinships.map((tie) => [`${tie.personNo}>${tie.relativeNo}`, tie.relation]));
  expect(told.size).toBe(world.kinships.length);
  for (const tie of world.kinships) {
    expect(tie.personNo).not.toBe(tie.relativeNo);
    expect(told.get(`${tie.relativeNo}>${tie.personNo}`)).toBe(inverse[tie.relation]);
    const [person, relative] = [byNumber.get(tie.personNo), byNumber.get(tie.relativeNo)];
    if (!person || !relative) throw new Error('a kinship of somebody who is not there');
    if (tie.relation === 'parent')
      expect(Number(person.bornOn.slice(0, 4)) - Number(relative.bornOn.slice(0, 4))).toBeGreaterThan(15);
    if (tie.relation === 'spouse') expect(person.sex).not.toBe(relative.sex);
  }
});

test('every bound relation is true, allowed at its day, and held by a giver in normal standing with money', () => {
  expect(isUnique(world.relations.map((bound) => `${bound.giverNo}>${bound.memberNo}`))).toBe(true);
  for (const bound of world.relations) {
    const [giver, member] = [byNumber.get(bound.giverNo), byNumber.get(bound.memberNo)];
    if (!giver || !member) throw new Error('a relation of somebody who is not there');
    const tie = world.kinships.find(
      (candidate) => candidate.personNo === bound.giverNo && candidate.relativeNo === bound.memberNo,
    );
    expect(tie?.relation).toBe(bound.relation);
    expect(['spouse', 'parent', 'child']).toContain(bound.relation);
    expect(giver.scheme).toBe('employee');
    expect(giver.status).toBe('normal');
    expect(giver.parts.length).toBeGreaterThan(0);
    expect(member.area.slice(0, 2)).toBe(giver.area.slice(0, 2));
    const rulesFrom = giver.area.startsWith('34') ? '2024-09-05' : '2024-01-01';
    expect(bound.boundOn >= rulesFrom && bound.boundOn <= world.demoDate).toBe(true);
  }
});

test('the families tell the stories of the issue', () => {
  expect(story('样明远').parts).toEqual([
    { partYear: 2023, fen: 286_000 },
    { partYear: 2024, fen: 64_000 },
  ]);
  expect(kinship('样明远', '样小禾')).toBe('child');
  expect(kinship('样明远', '拟桂兰')).toBeUndefined();
  expect(kinship('例志强', '例小舟')).toBe('child');
  expect(story('例小舟').area).toBe('340100');
  expect(kinship('例志强', '例安安')).toBeUndefined();
  expect(story('演素珍').area).toBe('320100');
  expect(kinship('演国栋', '演桂芬')).toBe('parent');
  expect(kinship('演国栋', '演国梁')).toBe('sibling');
  expect(kinship('演守业', '演小川')).toBe('grandchild');
  expect(story('演桂芬').chronic).toEqual(['hypertension']);
  const full = story('试广厚').personNo;
  expect(world.relations.filter((bound) => bound.giverNo === full)).toHaveLength(10);
  expect(world.relations.some((bound) => bound.memberNo === story('试八方').personNo)).toBe(false);
  expect(story('试立军').status).toBe('suspended');
  expect(story('试无余').parts).toEqual([]);
  expect(story('试新禾').parts).toEqual([{ partYear: 2024, fen: 980_000 }]);
});

test('each city has hospitals of every level, a pharmacy, reviewers, and a cashier at every till', () => {
  for (const area of ['340500', '211200']) {
    const here = world.institutions.filter((institution) => institution.area === area);
    expect(here.map((institution) => institution.level)).toEqual([3, 2, 1, null]);
    expect(world.staff.filter((staff) => staff.area === area && staff.role === 'reviewer')).toHaveLength(2);
  }
  for (const institution of world.institutions) {
    expect(institution.code).toMatch(/^[HP]\d{11}$/);
    const cashiers = world.staff.filter((staff) => staff.institutionCode === institution.code);
    expect(cashiers.map((staff) => staff.role)).toEqual(['cashier']);
  }
});
