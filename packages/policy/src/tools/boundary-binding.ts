// The edges of the rules of binding: every relative on every day on which the lists change, the limit of members, other provinces.
import { previousDay } from '../calendar.ts';
import type { AreaPolicy, Slice } from '../library.ts';
import type { Relation } from '../types.ts';
import type { MadeCase } from './boundary-cases.ts';

const RELATIONS: readonly Relation[] = ['spouse', 'parent', 'child', 'sibling', 'grandparent', 'grandchild'];

/** A code of no area of this province. */
const elsewhere = (province: string): string => (province === '99' ? '980000' : '990000');

function onDay({ area, own }: AreaPolicy, slice: Slice): MadeCase[] {
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
    name: `${area} ${date} binding: ${name}`,
    ask: 'eligibility',
    input: { ...input, ...change },
    answer: { eligible },
  });
  const cases = RELATIONS.map((one) => asked(one, { relation: one }, allowed.includes(one)));
  cases.push(
    asked(
      'nothing above what the balance must exceed',
      { giver: { ...input.giver, balanceFen: giver.balanceAboveFen } },
      false,
    ),
    asked(
      'another province',
      { member: { ...input.member, area: elsewhere(own.province) } },
      crossProvince?.allowed === true,
    ),
  );
  if (memberLimit !== 'notRecorded' && memberLimit.members > 0) {
    const { members } = memberLimit;
    cases.push(asked('the last member', { existingMembers: members - 1 }, true));
    cases.push(asked('one member too many', { existingMembers: members }, false));
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
    name: `${policy.area} ${previousDay(first)} binding: before anything is recorded`,
    ask: 'eligibility',
    input: { ...one.input, date: previousDay(first) },
    answer: undefined,
    refusal: { code: 'no-policy-for-date', field: 'date' },
  };
  return [...cases, before];
}
