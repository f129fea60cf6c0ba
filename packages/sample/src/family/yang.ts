// 样家 of Maanshan: the main road of the first guide, from binding a child to paying the child's premium.
import { maanshan } from '../area.ts';
import type { SampleRegistry } from '../registry.ts';

export function addYangFamily(registry: SampleRegistry): void {
  const common = { area: maanshan, family: '样家' } as const;
  const father = registry.add({
    ...common,
    name: '样明远',
    sex: 'male',
    bornOn: '1985-04-12',
    scheme: 'employee',
    priorYearFen: 286_000,
    currentYearFen: 64_000,
    role: '父亲，授权人：往年结余够交孩子的居民医保费',
  });
  const mother = registry.add({
    ...common,
    name: '拟雅文',
    sex: 'female',
    bornOn: '1986-09-23',
    scheme: 'employee',
    priorYearFen: 120_000,
    currentYearFen: 38_550,
    role: '母亲，样明远的妻子，自己也有个人账户',
  });
  const olderChild = registry.add({
    ...common,
    name: '样小禾',
    sex: 'female',
    bornOn: '2017-06-01',
    scheme: 'resident',
    student: true,
    role: '大女儿，7 岁，还没有绑定',
  });
  const youngerChild = registry.add({
    ...common,
    name: '样小麦',
    sex: 'male',
    bornOn: '2021-03-15',
    scheme: 'resident',
    role: '小儿子，3 岁，已绑定，可以直接缴费',
  });
  const grandfather = registry.add({
    ...common,
    name: '样国安',
    sex: 'male',
    bornOn: '1955-11-08',
    scheme: 'resident',
    group: 'minimum-living',
    student: false,
    role: '样明远的父亲，低保，缴费金额不同',
  });
  const grandmother = registry.add({
    ...common,
    name: '仿秀英',
    sex: 'female',
    bornOn: '1957-02-19',
    scheme: 'resident',
    chronic: ['hypertension'],
    missedYears: 2,
    role: '样明远的母亲，曾断缴两年，高血压',
  });
  const motherInLaw = registry.add({
    ...common,
    name: '拟桂兰',
    sex: 'female',
    bornOn: '1959-07-30',
    scheme: 'resident',
    role: '拟雅文的母亲，是样明远的岳母，姻亲不能由样明远绑定',
  });
  registry.marry(father, mother);
  registry.marry(grandfather, grandmother);
  registry.parents([father, mother], [olderChild, youngerChild]);
  registry.parents([grandfather, grandmother], [father]);
  registry.parents([motherInLaw], [mother]);
  registry.bind(father, youngerChild, 'child', '2024-09-10');
}
