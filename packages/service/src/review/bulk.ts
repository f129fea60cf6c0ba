// Approves clean cases together: each on its own, with every check of a single approval; nothing is ever turned down so.
import { errorTexts } from '@gongji/contract';
import type { BulkApproval, BulkApprovalBody } from '@gongji/contract';
import { transactAsStaff } from '../kernel/area-role.ts';
import { done } from '../kernel/result.ts';
import type { Result } from '../kernel/result.ts';
import type { StaffContext } from '../kernel/rights.ts';
import { decide } from './decide.ts';
import type { ReviewDeps } from './decide.ts';
import { claimCase, releaseOwn } from './take.ts';

/** One line for each case asked for. A case that may not be approved so is left as it was, with a sentence why. */
export async function approveClean(
  deps: ReviewDeps,
  context: StaffContext,
  { items }: BulkApprovalBody,
  key: string,
  workingDays: number | undefined,
): Promise<Result<BulkApproval>> {
  const { pool, cipher } = deps;
  const { area } = context.actor;
  const answers: BulkApproval['items'] = [];
  for (const { applicationId, seenVersion } of items) {
    const claimed = await transactAsStaff(pool, area, (client) =>
      claimCase(client, cipher, context, applicationId),
    );
    const body = { decision: 'approve' as const, reasonCode: 'materials-agree', text: '', seenVersion };
    // Asked again with the same key, an approved case can't be claimed any more and answers from what was stored.
    const outcome = await decide(deps, context, applicationId, body, `${key}:${applicationId}`, {
      onlyClean: true,
      workingDays,
    });
    if (claimed.ok && !outcome.ok) {
      await transactAsStaff(pool, area, (client) => releaseOwn(client, cipher, context, applicationId));
    }
    const refusal = outcome.ok ? undefined : claimed.ok ? outcome : claimed;
    answers.push({
      applicationId,
      isApproved: outcome.ok,
      text: refusal ? errorTexts(refusal.code, refusal.details).message : '',
    });
  }
  return done({ items: answers });
}
