// The rules of binding that only some regions have: dates of a relation, givers of one member, people in one family.
import { check } from './eligibility-check.ts';
import type { Check } from './eligibility-check.ts';
import type { AreaPolicy, Slice } from './library.ts';
import type { EligibilityInput, PolicyRefusal } from './types.ts';

type Binding = NonNullable<Slice['binding']>;
type Checks = { ok: true; value: Check[] } | { ok: false; reason: PolicyRefusal };

function missingDetail(policy: AreaPolicy, field: string, what: string): Checks {
  const message = `${policy.own.name}对${what}有限制，请填写 ${field}。`;
  return { ok: false, reason: { code: 'member-details-missing', field, message } };
}

function relationDates(binding: Binding, { relationDates: wanted }: EligibilityInput): Check[] {
  const rule = binding.options?.relationDates;
  const parameter = 'binding.options.relationDates';
  if (rule === undefined) {
    if (wanted === undefined) return [];
    const no = '这个地区的共济关系不能设起止日期；请不填日期，需要结束时解绑。';
    return [check(false, ['', 'relation-dates-not-offered'], ['', no], null, parameter)];
  }
  const no = '这个地区的共济关系必须有开始和结束日期，请填写。';
  const yes =
    wanted === undefined ? '共济关系可以设起止日期，这次没有设。' : '共济关系按填写的起止日期生效。';
  const met = rule.given === 'optional' || wanted?.lastDay !== undefined;
  return [check(met, ['relation-dates', 'relation-dates-required'], [yes, no], rule.source, parameter)];
}

function atMost(
  limit: number,
  now: number,
  codes: [string, string],
  words: { yes: string; no: string },
  source: Parameters<typeof check>[3],
  parameter: string,
): Check {
  return check(now <= limit, codes, [words.yes, words.no], source, parameter);
}

/** Refused when a limit of the area turns on a number that the question leaves out. */
export function bindingOptionChecks(policy: AreaPolicy, binding: Binding, input: EligibilityInput): Checks {
  const checks = relationDates(binding, input);
  const { giversPerMember, peopleInFamily, endsWithGiversInsurance } = binding.options ?? {};
  if (giversPerMember !== undefined) {
    const { givers, source } = giversPerMember;
    if (input.existingGivers === undefined)
      return missingDetail(policy, 'existingGivers', '一名成员的授权人数');
    const words = {
      yes: `这名成员的授权人不超过 ${givers} 名。`,
      no: `一名成员最多有 ${givers} 名授权人，这名成员已经有了；请先解除原来的关系。`,
    };
    const codes: [string, string] = ['givers-of-member', 'givers-of-member-reached'];
    checks.push(
      atMost(givers, input.existingGivers + 1, codes, words, source, 'binding.options.giversPerMember'),
    );
  }
  if (peopleInFamily !== undefined) {
    const { people, source } = peopleInFamily;
    if (input.peopleInFamily === undefined) return missingDetail(policy, 'peopleInFamily', '一个家庭的人数');
    const words = {
      yes: `家庭人数不超过 ${people} 人。`,
      no: `一个家庭连授权人最多 ${people} 人，加上这名成员有 ${input.peopleInFamily} 人；请先解绑一名。`,
    };
    const codes: [string, string] = ['people-in-family', 'people-in-family-reached'];
    checks.push(atMost(people, input.peopleInFamily, codes, words, source, 'binding.options.peopleInFamily'));
  }
  if (endsWithGiversInsurance?.ends === true) {
    const text = '授权人的参保转移或终止时，共济关系自动结束。';
    const { source } = endsWithGiversInsurance;
    const parameter = 'binding.options.endsWithGiversInsurance';
    checks.push(check(true, ['ends-with-givers-insurance', ''], [text, ''], source, parameter));
  }
  const { memberConfirms } = binding.options ?? {};
  if (memberConfirms?.confirms === true) {
    const text = '成员本人确认后，共济关系才生效；未成年的子女由父母办理，不用确认。';
    const { source } = memberConfirms;
    checks.push(check(true, ['member-confirms', ''], [text, ''], source, 'binding.options.memberConfirms'));
  }
  return { ok: true, value: checks };
}
