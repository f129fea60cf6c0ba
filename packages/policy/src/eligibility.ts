// May this giver bind this member: scheme, status, balance, relation, province, number of members.
import { bindingOptionChecks } from './binding-options.ts';
import { inWords } from './calendar.ts';
import { check } from './eligibility-check.ts';
import type { Check } from './eligibility-check.ts';
import { noPolicyForArea, sliceAt } from './library.ts';
import type { AreaPolicy, PolicyLibrary, Slice } from './library.ts';
import { yuan } from './money.ts';
import { notRecordedRefusal } from './not-recorded.ts';
import type { Answer, EligibilityInput, EligibilityResult, PolicyRefusal, Relation } from './types.ts';

/** Name of each relation, as what the member is to the giver. */
export const RELATION_NAMES: Record<Relation, string> = {
  spouse: '配偶',
  parent: '父母',
  child: '子女',
  sibling: '兄弟姐妹',
  grandparent: '祖父母、外祖父母',
  grandchild: '孙子女、外孙子女',
};

type Binding = NonNullable<Slice['binding']>;

interface Case {
  policy: AreaPolicy;
  slice: Slice;
  binding: Binding;
  giver: Exclude<Binding['giver'], 'notRecorded'>;
  member: Exclude<Binding['member'], 'notRecorded'>;
  input: EligibilityInput;
}

function giverChecks({ giver: rule, input: { giver } }: Case): Check[] {
  const { scheme, status, balanceAboveFen, source } = rule;
  return [
    check(
      giver.scheme === scheme,
      ['giver-employee', 'giver-not-employee'],
      [
        '授权人参加的是职工医保。',
        '授权人参加的不是职工医保，没有可以共济的个人账户；请由参加职工医保的家人来绑定。',
      ],
      source,
      'binding.giver.scheme',
    ),
    check(
      giver.status === status,
      ['giver-status-normal', 'giver-status-not-normal'],
      ['授权人的医保状态正常。', '授权人的医保状态不正常（已暂停或终止）；请先恢复参保，再来绑定。'],
      source,
      'binding.giver.status',
    ),
    check(
      giver.balanceFen > balanceAboveFen,
      ['giver-balance', 'giver-balance-empty'],
      [
        `授权人的个人账户有余额 ${yuan(giver.balanceFen)}。`,
        '授权人的个人账户没有余额，没有钱可以共济；请等账户有钱后再来绑定。',
      ],
      source,
      'binding.giver.balanceAboveFen',
    ),
  ];
}

function relationCheck({ slice, input }: Case): Check {
  const { relationsAllowed } = slice;
  const name = RELATION_NAMES[input.relation];
  const allowed = [...relationsAllowed.keys()].map((relation) => RELATION_NAMES[relation]).join('、');
  const source = relationsAllowed.get(input.relation) ?? slice.relations?.source ?? null;
  const no = `${inWords(input.date)}还不能为${name}绑定；这一天可以绑定的是${allowed}。`;
  return check(
    relationsAllowed.has(input.relation),
    ['relation-allowed', 'relation-not-allowed'],
    [`${name}是可以绑定的亲属。`, no],
    source,
    'relations',
  );
}

function memberChecks({ member: rule, input: { member } }: Case): Check[] {
  const { schemes, status, source } = rule;
  return [
    check(
      schemes.includes(member.scheme) && member.status === status,
      ['member-insured', 'member-not-insured'],
      ['成员已经参加基本医保，状态正常。', '成员的医保已暂停或终止；请成员先参保或恢复参保，再来绑定。'],
      source,
      'binding.member',
    ),
  ];
}

function provinceCheck({ slice, policy, member, input }: Case): Check {
  if (input.member.area.startsWith(policy.own.province)) {
    const text = `成员在${policy.province.name}参保，与授权人同一个省。`;
    return check(true, ['member-in-province', ''], [text, ''], member.source, 'binding.member.where');
  }
  const { crossProvince } = slice;
  const yes =
    '成员在外省参保，可以跨省共济：须先在“医保钱包”里为成员设定额度，设定后授权人不能再动用这笔钱。';
  const opening = policy.national.crossProvince?.find((entry) => entry.allowed && entry.from > input.date);
  const wait = opening === undefined ? '' : `，或在 ${inWords(opening.from)}以后再办`;
  const no = `成员在外省参保，${inWords(input.date)}还不能跨省共济；请等成员转到${policy.province.name}参保${wait}。`;
  return check(
    crossProvince?.allowed === true,
    ['cross-province-by-quota', 'member-outside-province'],
    [yes, no],
    crossProvince?.source ?? null,
    'crossProvince',
  );
}

function limitCheck({ binding, policy, input }: Case): Check {
  const { memberLimit } = binding;
  if (memberLimit === 'notRecorded') {
    return check(
      true,
      ['member-limit-not-recorded', ''],
      [`${policy.own.name}没有记录 ${inWords(input.date)} 的成员人数上限。`, ''],
      null,
      'binding.memberLimit',
    );
  }
  const { members, source } = memberLimit;
  return check(
    input.existingMembers < members,
    ['member-limit', 'member-limit-reached'],
    [
      `已绑定 ${input.existingMembers} 名成员，没有超过上限 ${members} 名。`,
      `最多绑定 ${members} 名成员，现在已有 ${input.existingMembers} 名；请先解绑一名，再添加。`,
    ],
    source,
    'binding.memberLimit',
  );
}

function noBinding(policy: AreaPolicy, date: string): PolicyRefusal {
  const first = policy.own.binding?.map((entry) => entry.from).sort()[0];
  if (first === undefined) return notRecordedRefusal(policy, date, 'binding', 'giver.area');
  const message = `${policy.own.name}没有记录 ${inWords(date)} 的绑定规则，记录从 ${inWords(first)}开始，请换一个日期。`;
  return { code: 'no-policy-for-date', field: 'date', message };
}

/**
 * Pure. Refused: no policy for the giver's area or the day, a rule that decides and is not recorded; otherwise answered, with every rule that stands in the way.
 * The member's area needs no policy file: its first two digits are the province.
 */
export function eligibility(library: PolicyLibrary, input: EligibilityInput): Answer<EligibilityResult> {
  const policy = library.areas.get(input.giver.area);
  if (policy === undefined)
    return { ok: false, reason: noPolicyForArea(library, 'giver.area', input.giver.area) };
  const slice = sliceAt(policy, input.date);
  const binding = slice?.binding;
  if (slice === undefined || binding === undefined)
    return { ok: false, reason: noBinding(policy, input.date) };
  const { giver, member } = binding;
  if (giver === 'notRecorded') {
    return { ok: false, reason: notRecordedRefusal(policy, input.date, 'binding.giver', 'giver.area') };
  }
  if (member === 'notRecorded') {
    return { ok: false, reason: notRecordedRefusal(policy, input.date, 'binding.member', 'giver.area') };
  }
  const one: Case = { policy, slice, binding, giver, member, input };
  const options = bindingOptionChecks(policy, binding, input);
  if (!options.ok) return options;
  const checks = [
    ...giverChecks(one),
    relationCheck(one),
    ...memberChecks(one),
    provinceCheck(one),
    limitCheck(one),
    ...options.value,
  ];
  const unmet = checks.filter(({ met }) => !met);
  const eligible = unmet.length === 0;
  const reasons = (eligible ? checks : unmet).map(({ reason }) => reason);
  return { ok: true, value: { policy: policy.ref, eligible, reasons } };
}
