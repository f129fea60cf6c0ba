// The edges of the rules of binding: every relative on every day on which the lists change, the limit of members, other provinces.
import { previousDay } from '../calendar.ts';
import { RELATION_NAMES } from '../eligibility.ts';
import type { AreaPolicy, Slice } from '../library.ts';
import type { Relation } from '../types.ts';
import { areaName } from './cell-names.ts';
import type { MadeCase } from './made-case.ts';

const RELATIONS = Object.keys(RELATION_NAMES) as Relation[];

/** A code of no area of this province. */
const elsewhere = (province: string): string => (province === '99' ? '980000' : '990000');

function onDay(policy: AreaPolicy, slice: Slice): MadeCase[] {
  const { area, own } = policy;
  const { binding, relations, crossProvince, from: date } = slice;
  if (binding === undefined || binding.giver === 'notRecorded' || binding.member === 'notRecorded') return [];
  const { giver, member, memberLimit, relationsInGuide } = binding;
  const allowed = [
    ...(relations?.allowed ?? []),
    ...(relationsInGuide === 'notRecorded' ? [] : relationsInGuide.allowed),
  ];
  const relation = allowed[0];
  const input = {
    date,
    giver: { area, scheme: giver.scheme, status: giver.status, balanceFen: giver.balanceAboveFen + 1 },
    member: { area, scheme: member.schemes[0], status: member.status },
    relation,
    existingMembers: 0,
    ...(binding.options?.giversPerMember === undefined ? {} : { existingGivers: 0 }),
    ...(binding.options?.peopleInFamily === undefined ? {} : { peopleInFamily: 2 }),
    ...(binding.options?.relationDates === undefined
      ? {}
      : { relationDates: { firstDay: date, lastDay: date } }),
  };
  const asked = (name: string, change: Record<string, unknown>, eligible: boolean): MadeCase => ({
    name: `${areaName(policy)} ${date} 绑定：${name}`,
    ask: 'eligibility',
    input: { ...input, ...change },
    answer: { eligible },
  });
  const cases = RELATIONS.map((one) => asked(RELATION_NAMES[one], { relation: one }, allowed.includes(one)));
  cases.push(
    asked('余额没有超过要求', { giver: { ...input.giver, balanceFen: giver.balanceAboveFen } }, false),
    asked(
      '使用人在外省',
      { member: { ...input.member, area: elsewhere(own.province) } },
      crossProvince?.allowed === true,
    ),
  );
  if (memberLimit !== 'notRecorded' && memberLimit.members > 0) {
    const { members } = memberLimit;
    cases.push(asked('最后一个名额', { existingMembers: members - 1 }, true));
    cases.push(asked('超过人数上限一人', { existingMembers: members }, false));
  }
  return cases;
}

/** Pure. */
export function bindingBoundaries(policy: AreaPolicy): MadeCase[] {
  const withRules = policy.slices.filter(({ binding }) => binding !== undefined);
  const cases = withRules.flatMap((slice) => onDay(policy, slice));
  const [first] = withRules.map(({ from }) => from).sort();
  const [one] = cases;
  if (first === undefined || one === undefined) return cases;
  const before: MadeCase = {
    name: `${areaName(policy)} ${previousDay(first)} 绑定：还没有任何记录`,
    ask: 'eligibility',
    input: { ...one.input, date: previousDay(first) },
    answer: undefined,
    refusal: { code: 'no-policy-for-date', field: 'date' },
  };
  return [...cases, before];
}
