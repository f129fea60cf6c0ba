// The order in which cases are worked: the one that has waited longest first.
import type { ReviewQueue, ReviewSummary } from '@gongji/contract';

type Waiting = Pick<ReviewSummary, 'applicationId' | 'submittedAt'>;

const instantMs = (summary: Waiting) => Date.parse(summary.submittedAt);
const oldestFirst = (left: Waiting, right: Waiting) =>
  instantMs(left) - instantMs(right) || left.applicationId.localeCompare(right.applicationId);

export function sortQueue(queue: ReviewQueue): ReviewQueue {
  return {
    waiting: queue.waiting.toSorted(oldestFirst),
    waitingForCitizen: queue.waitingForCitizen.toSorted(oldestFirst),
    decided: queue.decided.toSorted((left, right) => oldestFirst(right, left)),
  };
}

/** Where a case stands among the waiting ones, and its neighbours; a case that waits no more has no place. */
export function placeIn(waiting: readonly Waiting[], applicationId: string) {
  const index = waiting.findIndex((summary) => summary.applicationId === applicationId);
  const idAt = (at: number) => waiting[at]?.applicationId ?? null;
  if (index < 0) return { number: null, previous: null, next: idAt(0) };
  return { number: index + 1, previous: idAt(index - 1), next: idAt(index + 1) };
}

/** The case that opens after a decision: the next one in order, else the oldest left, else none. */
export function nextAfter(waiting: readonly Waiting[], decided: Waiting): string | null {
  const left = waiting
    .filter((summary) => summary.applicationId !== decided.applicationId)
    .toSorted(oldestFirst);
  const next = left.find((summary) => oldestFirst(summary, decided) > 0) ?? left[0];
  return next?.applicationId ?? null;
}
