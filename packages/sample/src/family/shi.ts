// 试家 of Tieling: the limits: ten members bound, a suspended giver, an empty account, only this year's money.
import { shenyang, tieling } from '../area.ts';
import type { SampleRegistry } from '../registry.ts';

const common = { area: tieling, family: '试家' } as const;

export function addShiFamily(registry: SampleRegistry): void {
  addFullGiver(registry);
  addSuspendedGiver(registry);
  addGiversByBalance(registry);
}

/** Ten members are bound, one relative is left: the eleventh is refused. */
function addFullGiver(registry: SampleRegistry): void {
  const giver = registry.add({
    ...common,
    name: '试广厚',
    sex: 'male',
    bornOn: '1950-06-06',
    scheme: 'employee',
    retired: true,
    priorYearFen: 512_000,
    currentYearFen: 120_000,
    role: '授权人，退休，已绑定十人，第十一人不能再绑',
  });
  const wife = registry.add({
    ...common,
    name: '样玉兰',
    sex: 'female',
    bornOn: '1951-09-12',
    scheme: 'resident',
    role: '试广厚的妻子，已绑定',
  });
  const father = registry.add({
    ...common,
    name: '试长庚',
    sex: 'male',
    bornOn: '1928-02-02',
    scheme: 'resident',
    role: '试广厚的父亲，96 岁，已绑定',
  });
  const mother = registry.add({
    ...common,
    name: '例福珍',
    sex: 'female',
    bornOn: '1930-10-10',
    scheme: 'resident',
    role: '试广厚的母亲，94 岁，已绑定',
  });
  const ordinals = ['一', '二', '三', '四', '五', '六', '七', '八'];
  const children = ['一帆', '二泉', '三秋', '四海', '五岳', '六合', '七星', '八方'].map((given, index) => {
    const sex = index % 2 === 0 ? 'male' : 'female';
    const child = sex === 'male' ? '儿子' : '女儿';
    return registry.add({
      ...common,
      area: index === 3 ? shenyang : tieling,
      name: `试${given}`,
      sex,
      bornOn: `${1972 + index * 2}-0${index + 1}-1${index}`,
      scheme: index % 3 === 0 ? 'employee' : 'resident',
      ...(index % 3 === 0 ? { priorYearFen: 8_000 * (index + 1), currentYearFen: 5_500 } : {}),
      role: `试广厚的第${ordinals[index]}个孩子，${child}，${index < 7 ? '已绑定' : '还没有绑定，是第十一人'}`,
    });
  });
  registry.marry(giver, wife);
  registry.marry(father, mother);
  registry.parents([father, mother], [giver]);
  registry.parents([giver, wife], children);
  registry.bind(giver, wife, 'spouse', '2024-01-15');
  registry.bind(giver, father, 'parent', '2024-01-15');
  registry.bind(giver, mother, 'parent', '2024-01-15');
  for (const child of children.slice(0, 7)) registry.bind(giver, child, 'child', '2024-02-20');
}

function addSuspendedGiver(registry: SampleRegistry): void {
  const giver = registry.add({
    ...common,
    name: '试立军',
    sex: 'male',
    bornOn: '1981-12-01',
    scheme: 'employee',
    status: 'suspended',
    priorYearFen: 95_000,
    role: '授权人，单位断缴，医保暂停，不能绑定',
  });
  const child = registry.add({
    ...common,
    name: '试小满',
    sex: 'female',
    bornOn: '2013-05-21',
    scheme: 'resident',
    student: true,
    role: '试立军的女儿',
  });
  const unpaid = registry.add({
    ...common,
    name: '试小寒',
    sex: 'male',
    bornOn: '2010-01-05',
    scheme: 'resident',
    status: 'ended',
    student: true,
    insuredPriorYears: true,
    missedYears: 1,
    role: '试立军的儿子，今年没有参保',
  });
  registry.parents([giver], [child, unpaid]);
}

function addGiversByBalance(registry: SampleRegistry): void {
  const empty = registry.add({
    ...common,
    name: '试无余',
    sex: 'male',
    bornOn: '1990-03-03',
    scheme: 'employee',
    role: '授权人，账户没有钱，不能绑定',
  });
  const newcomer = registry.add({
    ...common,
    name: '试新禾',
    sex: 'female',
    bornOn: '1988-07-07',
    scheme: 'employee',
    currentYearFen: 980_000,
    role: '授权人，只有当年的钱，余额大',
  });
  const mother = registry.add({
    ...common,
    name: '拟春华',
    sex: 'female',
    bornOn: '1962-02-04',
    scheme: 'resident',
    chronic: ['diabetes'],
    role: '试无余和试新禾的母亲，糖尿病，还没有绑定',
  });
  registry.parents([mother], [empty, newcomer]);
}
