// The three decisions of a reviewer, and what the citizen will read of one.
import type { ReviewCase, ReviewDecisionBody } from '@gongji/contract';

type Decision = ReviewDecisionBody['decision'];
type Reason = ReviewCase['reasons'][number];

export interface DecisionKind {
  decision: Decision;
  label: string;
  keyName: string;
  /** Told after it was done. */
  doneWord: string;
}

const decisionKinds: readonly DecisionKind[] = [
  { decision: 'approve', label: '通过', keyName: 'A', doneWord: '已通过' },
  { decision: 'reject', label: '退回', keyName: 'R', doneWord: '已退回' },
  { decision: 'ask', label: '要求补充', keyName: 'M', doneWord: '已要求补充材料' },
];

/** What may be decided in a state: while the citizen is asked for more, the case can only be turned down. */
export function decisionsIn(state: ReviewCase['application']['state']): readonly DecisionKind[] {
  switch (state) {
    case 'submitted':
    case 'in-review':
      return decisionKinds;
    case 'more-requested':
      return decisionKinds.filter(({ decision }) => decision === 'reject');
    case 'awaiting-member':
    case 'declined':
    case 'approved':
    case 'rejected':
    case 'withdrawn':
      return [];
  }
}

export const kindOf = (decision: Decision): DecisionKind => {
  const kind = decisionKinds.find((each) => each.decision === decision);
  if (!kind) throw new Error(`no decision ${decision}`);
  return kind;
};

export const reasonsOf = (reviewCase: ReviewCase, decision: Decision): Reason[] =>
  reviewCase.reasons.filter((reason) => reason.decision === decision);

/** The sentences that the citizen will read: the reason's own text, then what the reviewer adds. */
export function citizenText(reason: Reason, addition: string): string {
  const added = addition.trim();
  return added === '' ? reason.citizenText : `${reason.citizenText}${added}`;
}
