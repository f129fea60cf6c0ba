// 例家 of Maanshan: money that does not suffice, relatives insured elsewhere, a tie that is not on record.
import { hefei, maanshan, nanjing } from '../area.ts';
import type { SampleRegistry } from '../registry.ts';

export function addLiFamily(registry: SampleRegistry): void {
  const common = { area: maanshan, family: '例家' } as const;
  const father = registry.add({
    ...common,
    name: '例志强',
    sex: 'male',
    bornOn: '1982-01-27',
    scheme: 'employee',
    priorYearFen: 15_000,
    currentYearFen: 82_000,
    role: '父亲，授权人：往年结余只有 150 元，缴费时不够',
  });
  const mother = registry.add({
    ...common,
    name: '模慧敏',
    sex: 'female',
    bornOn: '1984-05-16',
    scheme: 'employee',
    currentYearFen: 41_200,
    role: '母亲，账户只有当年的钱，没有往年结余可共济',
  });
  const son = registry.add({
    ...common,
    name: '例小溪',
    sex: 'male',
    bornOn: '2012-08-20',
    scheme: 'resident',
    student: true,
    role: '儿子，12 岁，已绑定，缴费时要补差额',
  });
  const daughterInHefei = registry.add({
    ...common,
    area: hefei,
    name: '例小舟',
    sex: 'female',
    bornOn: '2005-10-03',
    scheme: 'resident',
    student: true,
    role: '女儿，在合肥上学并参保，缴费金额由税务部门核定',
  });
  registry.add({
    ...common,
    name: '例安安',
    sex: 'female',
    bornOn: '2019-12-11',
    scheme: 'resident',
    role: '收养的女儿，户籍系统里查不到亲属关系',
  });
  const grandfather = registry.add({
    ...common,
    name: '例有田',
    sex: 'male',
    bornOn: '1954-03-05',
    scheme: 'resident',
    group: 'returned-to-poverty',
    role: '例志强的父亲，返贫致贫人口，缴费金额不同',
  });
  const grandmotherInNanjing = registry.add({
    ...common,
    area: nanjing,
    name: '演素珍',
    sex: 'female',
    bornOn: '1956-12-24',
    scheme: 'resident',
    role: '例志强的母亲，在南京参保，外省不能绑定',
  });
  const uncle = registry.add({
    ...common,
    name: '例志远',
    sex: 'male',
    bornOn: '1979-06-18',
    scheme: 'resident',
    group: 'monitored',
    role: '例志强的哥哥，监测对象，兄弟姐妹从 2024-12-09 起才能绑定',
  });
  registry.marry(father, mother);
  registry.marry(grandfather, grandmotherInNanjing);
  registry.parents([father, mother], [son, daughterInHefei]);
  registry.parents([grandfather, grandmotherInNanjing], [father, uncle]);
  registry.bind(father, son, 'child', '2024-09-12');
}
