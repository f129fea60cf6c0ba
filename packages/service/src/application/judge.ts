// What the policy says to a binding, as one of our refusals or as a decision to record.
import type { PolicyRef, Relation } from '@gongji/contract';
import { areaInfo, eligibility } from '@gongji/policy';
import type {
  EligibilityInput,
  EligibilityResult,
  InsuranceStatus,
  PolicyLibrary,
  Scheme,
} from '@gongji/policy';
import { areaName } from '../area/insured-areas.ts';
import { done, refuse } from '../kernel/result.ts';
import type { Refusal, Result } from '../kernel/result.ts';
import type { AccountView } from '../person/me.ts';
import type { PersonRecord } from '../person/record.ts';
import { relationWords } from '@gongji/contract';

export interface Verdict {
  policy: PolicyRef;
  inputs: EligibilityInput;
  trace: EligibilityResult['reasons'];
}

export interface Question {
  today: string;
  giver: PersonRecord;
  account: AccountView;
  member: { area: string; areaName: string; scheme: Scheme; status: InsuranceStatus };
  relation: Relation;
  /** Members bound to the giver already, without this one. */
  existingMembers: number;
}

/** Asks the policy of the giver's area on the day. Nothing to share is refused here: the policy's rule is on the whole balance. */
export function judge(library: PolicyLibrary, question: Question): Result<Verdict> {
  const { today, giver, account, member, relation, existingMembers } = question;
  const inputs: EligibilityInput = {
    date: today,
    giver: {
      area: giver.area,
      scheme: giver.scheme,
      status: giver.status,
      balanceFen: account.priorYearFen + account.currentYearFen,
    },
    member: { area: member.area, scheme: member.scheme, status: member.status },
    relation,
    existingMembers,
  };
  const answer = eligibility(library, inputs);
  if (!answer.ok) return refuse('policy-not-recorded', { what: answer.reason.message });
  const { policy, eligible, reasons } = answer.value;
  const [first] = reasons;
  if (!eligible && first) return refusalOf(library, question, first);
  if (reasons.some((reason) => reason.code === 'cross-province-by-quota')) {
    return refuse('cross-province-by-quota', { areaName: member.areaName }, 'memberArea');
  }
  if (account.shareableFen <= 0) return refuse('giver-no-balance');
  return done({ policy, inputs, trace: reasons });
}

function refusalOf(
  library: PolicyLibrary,
  { today, giver, member, relation, existingMembers }: Question,
  reason: { code: string; text: string },
): Refusal {
  const info = areaInfo(library, giver.area, today);
  switch (reason.code) {
    case 'giver-not-employee':
      return refuse('giver-not-employee');
    case 'giver-status-not-normal':
      return refuse('giver-suspended');
    case 'giver-balance-empty':
      return refuse('giver-no-balance');
    case 'relation-not-allowed': {
      const allowed = (info?.relationsAllowed ?? []).map((each) => relationWords[each]).join('、');
      return refuse(
        'relation-not-allowed',
        { date: today, relation: relationWords[relation], allowed },
        'relation',
      );
    }
    case 'member-outside-province':
      return refuse(
        'member-insured-elsewhere',
        { areaName: member.areaName || areaName(member.area), date: today },
        'memberArea',
      );
    case 'member-limit-reached':
      return refuse('member-limit-reached', {
        count: existingMembers,
        limit: info?.memberLimit ?? existingMembers,
      });
    default:
      // Rules without a sentence of our own are answered with the policy's.
      return refuse('not-eligible', { why: reason.text });
  }
}
