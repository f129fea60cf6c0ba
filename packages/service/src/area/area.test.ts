// Areas: the list of insured areas, and guides that fit the contract.
import { AreaGuide, InsuredAreas } from '@gongji/contract';
import { loadLibrary } from '@gongji/policy';
import { readPolicyLibrary, readPolicyTexts } from '@gongji/policy/node';
import { expect, test } from 'vitest';
import { codeOf, on, value } from '../../test/world.ts';
import { createAreaService } from './create.ts';
import { areaName, meansSameArea } from './insured-areas.ts';

const service = createAreaService({ library: readPolicyLibrary() });
const visitor = (day: string) => on(day, { kind: 'system', name: 'visitor' });

test('all prefectures of Anhui and Liaoning can be chosen, and every other province once', () => {
  const areas = InsuredAreas.parse(service.insuredAreas());
  const count = (province: string) =>
    areas.provinces.find((each) => each.province === province)?.areas.length;
  expect([count('34'), count('21'), count('32')]).toEqual([16, 14, 1]);
  const codes = areas.provinces.flatMap((province) => province.areas.map(({ area }) => area));
  expect(new Set(codes).size).toBe(codes.length);
  expect(
    areas.provinces.every(({ province, areas: inside }) =>
      inside.every(({ area }) => area.startsWith(province)),
    ),
  ).toBe(true);
});

test('a city of another province can be chosen once its policy is recorded', () => {
  const { text } = readPolicyTexts().find(({ path }) => path.includes('210100')) ?? { text: '' };
  const city = text.replace("id: '210100'", "id: '330100'").replace("province: '21'", "province: '33'");
  const loaded = loadLibrary([
    ...readPolicyTexts(),
    {
      path: 'policies/provinces/33-zhejiang.yaml',
      text: "layer: province\nid: '33'\nname: 浙江省\nversion: '2026-01-01.1'\nsources: {}\n",
    },
    { path: 'policies/areas/330100-city.yaml', text: `${city.replace('name: 沈阳市', 'name: 杭州市')}` },
  ]);
  if (!loaded.ok) throw new Error(loaded.errors.map(({ message }) => message).join('\n'));
  const { provinces } = createAreaService({ library: loaded.library }).insuredAreas();
  expect(provinces.find(({ province }) => province === '33')?.areas).toEqual([
    { area: '330000', name: '浙江省' },
    { area: '330100', name: '杭州市' },
  ]);
});

test('an area has a name, at least that of its province', () => {
  expect([areaName('340500'), areaName('320100'), areaName('999999')]).toEqual([
    '马鞍山市',
    '江苏省',
    '999999',
  ]);
  expect(meansSameArea('340500', '340500')).toBe(true);
  expect(meansSameArea('320000', '320100')).toBe(true);
  expect(meansSameArea('340100', '340500')).toBe(false);
});

test('the guides of both cities carry texts, materials, windows and sources', async () => {
  const maanshan = AreaGuide.parse(value(await service.guide(visitor('2024-10-15'), '340500')));
  expect(maanshan).toMatchObject({
    decisionMode: 'automatic',
    memberLimit: null,
    shareablePart: 'prior-year',
  });
  expect(maanshan.relationsAllowed).toEqual(['spouse', 'parent', 'child']);
  expect(maanshan.channels.filter(({ purpose }) => purpose === 'pay')).toHaveLength(1);
  const year = maanshan.premiumYears.find((each) => each.coverageYear === 2025);
  expect(year).toMatchObject({ from: '2024-09-05', to: '2024-12-31', open: true, ordinaryFen: 40000 });
  const tieling = AreaGuide.parse(value(await service.guide(visitor('2024-12-09'), '211200')));
  expect(tieling).toMatchObject({ decisionMode: 'review', memberLimit: 10, shareablePart: 'all' });
  expect(tieling.relationsAllowed).toContain('sibling');
  expect(tieling.channels.map(({ purpose }) => purpose)).toContain('unbind');
  expect(tieling.materials.filter((material) => material.required)).toHaveLength(4);
  expect(tieling.notice.title).toBe('职工医保门诊共济家庭账户绑定告知书');
});

test('the guides of a day are those whose policy is recorded then, each with its sources and what is missing', async () => {
  const names = service.guides(visitor('2024-10-15')).items.map(({ areaName: name }) => name);
  expect(names).toEqual(expect.arrayContaining(['马鞍山市', '铁岭市']));
  expect(service.guides(visitor('2020-01-01')).items).toEqual([]);
  const maanshan = AreaGuide.parse(value(await service.guide(visitor('2024-10-15'), '340500')));
  expect(maanshan.notRecorded).toContain('成员人数上限');
  expect(maanshan.basis.memberLimit).toBeNull();
  expect(maanshan.basis.shareablePart).toMatchObject({ grade: 'guide' });
  expect(maanshan.sources.every(({ checkedOn }) => /^\d{4}-\d\d-\d\d$/.test(String(checkedOn)))).toBe(true);
});

test('both days of a window belong to it', async () => {
  const openOn = async (day: string) =>
    value(await service.guide(visitor(day), '340500')).premiumYears.find((each) => each.coverageYear === 2025)
      ?.open;
  expect([await openOn('2024-09-05'), await openOn('2024-12-31'), await openOn('2025-01-01')]).toEqual([
    true,
    true,
    false,
  ]);
});

test('an area or a day without a recorded policy is refused', async () => {
  expect(codeOf(await service.guide(visitor('2024-10-15'), '440100'))).toBe('policy-not-recorded');
  expect(codeOf(await service.guide(visitor('2023-01-01'), '340500'))).toBe('policy-not-recorded');
});
