// The queues by name: their words, and small rules of their lists.
import type { ReviewQueueName, ReviewSummary } from '@gongji/contract';

export const queueWords: Record<ReviewQueueName, { label: string; emptyText: string }> = {
  team: { label: '待审核', emptyText: '没有待审核的申请。' },
  mine: { label: '我领取的', emptyText: '您现在没有领取申请。' },
  'due-soon': { label: '快到期', emptyText: '没有今天或下个工作日到期的申请。' },
  escalated: { label: '已上报主管', emptyText: '没有上报主管的申请。' },
  'waiting-for-citizen': { label: '等参保人补充', emptyText: '没有等待参保人补充材料的申请。' },
  sample: { label: '质量抽查', emptyText: '没有要抽查的申请。' },
  decided: { label: '已办结', emptyText: '还没有办结的申请。' },
};

/** In the order in which they are worked; the place is the queue's key. */
export const queueNames = Object.keys(queueWords) as ReviewQueueName[];

export const asQueueName = (text: string | undefined): ReviewQueueName | undefined =>
  queueNames.find((name) => name === text);

/** Where the case stands in its list, and its neighbours. */
export function placeIn(items: readonly Pick<ReviewSummary, 'applicationId'>[], applicationId: string) {
  const index = items.findIndex((item) => item.applicationId === applicationId);
  const idAt = (at: number) => items[at]?.applicationId ?? null;
  if (index < 0) return { number: null, previous: null, next: idAt(0) };
  return { number: index + 1, previous: idAt(index - 1), next: idAt(index + 1) };
}

/** Cases that may be approved together: clean, and in nobody else's hands. */
export const canApproveTogether = (item: ReviewSummary): boolean =>
  item.isClean && (item.holder === null || item.holder.isMine);

/** When a case is due, in a few words; and whether it presses. */
export function dueText({ due }: Pick<ReviewSummary, 'due'>): { text: string; isPressing: boolean } {
  if (due.isPaused) return { text: '等补充，暂停计时', isPressing: false };
  if (due.on === null || due.workingDaysLeft === null) return { text: '—', isPressing: false };
  const [, month, day] = due.on.split('-').map(Number);
  const on = `${month}月${day}日`;
  if (due.workingDaysLeft < 0)
    return { text: `${on}，超 ${-due.workingDaysLeft} 个工作日`, isPressing: true };
  if (due.workingDaysLeft === 0) return { text: `今天到期`, isPressing: true };
  return { text: `${on}，还剩 ${due.workingDaysLeft} 个工作日`, isPressing: due.workingDaysLeft === 1 };
}
