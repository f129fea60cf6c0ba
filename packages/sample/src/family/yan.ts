// 演家 of Tieling: the main road of the second guide, from the review to the bill and the unbinding.
import { shenyang, tieling } from '../area.ts';
import type { SampleRegistry } from '../registry.ts';

export function addYanFamily(registry: SampleRegistry): void {
  const common = { area: tieling, family: '演家' } as const;
  const giver = registry.add({
    ...common,
    name: '演国栋',
    sex: 'male',
    bornOn: '1978-08-08',
    scheme: 'employee',
    priorYearFen: 320_000,
    currentYearFen: 90_000,
    role: '儿子，授权人：已为母亲绑定',
  });
  const mother = registry.add({
    ...common,
    name: '演桂芬',
    sex: 'female',
    bornOn: '1952-04-21',
    scheme: 'resident',
    chronic: ['hypertension'],
    registrations: [{ disease: 'hypertension', from: '2022-06-01' }],
    role: '演国栋的母亲，高血压，已绑定，看病可用儿子的钱',
  });
  const wife = registry.add({
    ...common,
    name: '仿淑华',
    sex: 'female',
    bornOn: '1980-10-14',
    scheme: 'employee',
    priorYearFen: 1_260,
    currentYearFen: 2_300,
    role: '演国栋的妻子，自己账户钱很少',
  });
  const father = registry.add({
    ...common,
    name: '演守业',
    sex: 'male',
    bornOn: '1950-01-30',
    scheme: 'employee',
    retired: true,
    priorYearFen: 103_000,
    currentYearFen: 45_000,
    chronic: ['diabetes'],
    registrations: [{ disease: 'diabetes', from: '2022-07-01', to: '2024-07-01' }],
    filings: [{ place: '210100', kind: 'long-stay', from: '2023-11-10', to: '2024-11-10' }],
    role: '演国栋的父亲，退休职工，糖尿病登记 2024-07-01 起失效，沈阳的异地就医备案快到期',
  });
  const child = registry.add({
    ...common,
    name: '演小川',
    sex: 'male',
    bornOn: '2014-05-09',
    scheme: 'resident',
    student: true,
    role: '演国栋的儿子，10 岁，还没有绑定',
  });
  const brother = registry.add({
    ...common,
    area: shenyang,
    name: '演国梁',
    sex: 'male',
    bornOn: '1983-02-17',
    scheme: 'employee',
    priorYearFen: 56_000,
    currentYearFen: 22_000,
    role: '演国栋的弟弟，在沈阳参保，兄弟姐妹从 2024-12-09 起才能绑定',
  });
  registry.marry(giver, wife);
  registry.marry(father, mother);
  registry.parents([father, mother], [giver, brother]);
  registry.parents([giver, wife], [child]);
  registry.bind(giver, mother, 'parent', '2024-03-18');
}
