// For whom and for which year the signed-in person can pay a premium.
import { errorTexts } from '@gongji/contract';
import type { Control, PremiumChoices, Relation } from '@gongji/contract';
import { premiumYears } from '@gongji/policy';
import type { PolicyLibrary } from '@gongji/policy';
import type { ServiceDeps } from '../deps.ts';
import type { Context } from '../kernel/context.ts';
import { done, refuse } from '../kernel/result.ts';
import type { Result } from '../kernel/result.ts';
import { markOf } from '../person/mark.ts';
import type { PersonRecord } from '../person/record.ts';
import { findPeople } from '../person/store.ts';
import { relationWords } from '@gongji/contract';
import { controlObstacle } from '../relation/control.ts';
import { controlColumn } from '../relation/row.ts';
import { payingObstacle } from './parties.ts';
import { standingPayments } from './payment.ts';

type Year = PremiumChoices['people'][number]['years'][number];
type Standing = Awaited<ReturnType<typeof standingPayments>>;

export async function premiumChoices(
  { pool, cipher, library }: ServiceDeps,
  context: Context,
): Promise<Result<PremiumChoices>> {
  if (context.actor.kind !== 'person') return refuse('not-allowed');
  const { rows } = await pool.query<{ memberNo: string; relation: Relation; control: Control }>(
    `select member_no as "memberNo", relation, ${controlColumn} as control from gongji.relation
     where giver_no = $1 and state = 'active' order by since, relation_id`,
    [context.actor.personNo],
  );
  const payerNo = context.actor.personNo;
  const memberNos = rows.map((row) => row.memberNo);
  const people = await findPeople(pool, cipher, [payerNo, ...memberNos]);
  const payer = people.get(payerNo);
  if (!payer) return refuse('not-found');
  const standing = await standingPayments(pool, [payerNo, ...memberNos]);
  const own =
    payer.scheme === 'resident' ? [{ memberNo: payerNo, relation: 'self' as const, control: null }] : [];
  const choices = [...own, ...rows].flatMap(({ memberNo, relation, control }) => {
    const member = people.get(memberNo);
    if (!member) return [];
    const payment = { purpose: 'premium', today: context.today, usedFen: 0 } as const;
    const obstacle =
      payingObstacle({ payer, member }, relation !== 'self', context.today) ??
      (control && controlObstacle(control, payment));
    return {
      person: markOf(member),
      relationText: relation === 'self' ? '本人' : relationWords[relation],
      years: obstacle ? [] : yearsOf(library, member, standing, context.today),
      blockedText: obstacle ? errorTexts(obstacle.code, obstacle.details).message : null,
    };
  });
  // Whom nothing can be paid for comes last.
  choices.sort((left, right) => Number(left.blockedText !== null) - Number(right.blockedText !== null));
  return done({ people: choices });
}

/**
 * The recorded years from this one on. Where none is recorded, the year that is paid at this time: from September on
 * the next one (ours), whose amount the tax bureau may assess.
 */
function yearsOf(library: PolicyLibrary, member: PersonRecord, standing: Standing, today: string): Year[] {
  const thisYear = Number(today.slice(0, 4));
  const recorded = premiumYears(library, member.area).filter((year) => year.coverageYear >= thisYear);
  const years: Omit<Year, 'paymentId'>[] =
    recorded.length > 0
      ? recorded.map(({ coverageYear, window }) => ({
          coverageYear,
          window: window && {
            from: window.from,
            to: window.to,
            open: today >= window.from && today <= window.to,
          },
        }))
      : [{ coverageYear: today.slice(5) >= '09-01' ? thisYear + 1 : thisYear, window: null }];
  return years.map((year) => ({
    ...year,
    paymentId:
      standing.find(
        (payment) => payment.memberNo === member.personNo && payment.coverageYear === year.coverageYear,
      )?.paymentId ?? null,
  }));
}
