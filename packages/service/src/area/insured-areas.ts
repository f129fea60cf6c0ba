// Where people can be insured: the prefectures of Anhui and Liaoning, and one entry for each other province (GB/T 2260).
import type { InsuredAreas } from '@gongji/contract';
import type { PolicyLibrary } from '@gongji/policy';

const anhui: [string, string][] = [
  ['340100', '合肥市'],
  ['340200', '芜湖市'],
  ['340300', '蚌埠市'],
  ['340400', '淮南市'],
  ['340500', '马鞍山市'],
  ['340600', '淮北市'],
  ['340700', '铜陵市'],
  ['340800', '安庆市'],
  ['341000', '黄山市'],
  ['341100', '滁州市'],
  ['341200', '阜阳市'],
  ['341300', '宿州市'],
  ['341500', '六安市'],
  ['341600', '亳州市'],
  ['341700', '池州市'],
  ['341800', '宣城市'],
];

const liaoning: [string, string][] = [
  ['210100', '沈阳市'],
  ['210200', '大连市'],
  ['210300', '鞍山市'],
  ['210400', '抚顺市'],
  ['210500', '本溪市'],
  ['210600', '丹东市'],
  ['210700', '锦州市'],
  ['210800', '营口市'],
  ['210900', '阜新市'],
  ['211000', '辽阳市'],
  ['211100', '盘锦市'],
  ['211200', '铁岭市'],
  ['211300', '朝阳市'],
  ['211400', '葫芦岛市'],
];

const provinces: [string, string, [string, string][]?][] = [
  ['34', '安徽省', anhui],
  ['21', '辽宁省', liaoning],
  ['11', '北京市'],
  ['12', '天津市'],
  ['13', '河北省'],
  ['14', '山西省'],
  ['15', '内蒙古自治区'],
  ['22', '吉林省'],
  ['23', '黑龙江省'],
  ['31', '上海市'],
  ['32', '江苏省'],
  ['33', '浙江省'],
  ['35', '福建省'],
  ['36', '江西省'],
  ['37', '山东省'],
  ['41', '河南省'],
  ['42', '湖北省'],
  ['43', '湖南省'],
  ['44', '广东省'],
  ['45', '广西壮族自治区'],
  ['46', '海南省'],
  ['50', '重庆市'],
  ['51', '四川省'],
  ['52', '贵州省'],
  ['53', '云南省'],
  ['54', '西藏自治区'],
  ['61', '陕西省'],
  ['62', '甘肃省'],
  ['63', '青海省'],
  ['64', '宁夏回族自治区'],
  ['65', '新疆维吾尔自治区'],
  ['66', '新疆生产建设兵团'],
];

const insuredAreas: InsuredAreas = {
  provinces: provinces.map(([province, name, areas]) => ({
    province,
    name,
    areas: (areas ?? [[`${province}0000`, name]]).map(([area, areaName]) => ({ area, name: areaName })),
  })),
};

/** The list, and beside it every city whose policy is recorded: a new city file is enough to be chosen. */
export function insuredAreasWith({ areas: recorded }: Pick<PolicyLibrary, 'areas'>): InsuredAreas {
  return {
    provinces: insuredAreas.provinces.map(({ areas, ...province }) => ({
      ...province,
      areas: [
        ...areas,
        ...[...recorded.values()]
          .filter(
            ({ own }) => own.province === province.province && !areas.some(({ area }) => area === own.id),
          )
          .map(({ own }) => ({ area: own.id, name: own.name })),
      ],
    })),
  };
}

const names = new Map(
  insuredAreas.provinces.flatMap(({ province, name, areas }) => [
    [`${province}0000`, name] as const,
    ...areas.map((area) => [area.area, area.name] as const),
  ]),
);

/** Name of an area; of its province where only that is listed; the code itself for what is no area of the list. */
export function areaName(area: string): string {
  return names.get(area) ?? names.get(`${area.slice(0, 2)}0000`) ?? area;
}

/** True when a filled-in area means the registered one: the same, or its whole province where nothing finer is listed. */
export function meansSameArea(filled: string, registered: string): boolean {
  if (filled === registered) return true;
  return filled.endsWith('0000') && filled.slice(0, 2) === registered.slice(0, 2);
}
