// The lists' small rules.
import type { ReviewSummary } from '@gongji/contract';
import { expect, test } from 'vitest';
import { canApproveTogether, dueText, placeIn } from './queues.ts';

const due = (on: string | null, workingDaysLeft: number | null, isPaused = false) => ({
  due: { on, workingDaysLeft, isPaused },
});

test('what is due is told in working days', () => {
  expect(dueText(due('2024-10-21', 3))).toEqual({ text: '10月21日，还剩 3 个工作日', isPressing: false });
  expect(dueText(due('2024-10-17', 1)).isPressing).toBe(true);
  expect(dueText(due('2024-10-16', 0))).toEqual({ text: '今天到期', isPressing: true });
  expect(dueText(due('2024-10-11', -3))).toEqual({ text: '10月11日，超 3 个工作日', isPressing: true });
  expect(dueText(due(null, null, true)).text).toBe('等补充，暂停计时');
  expect(dueText(due(null, null)).text).toBe('—');
});

test('a case has its neighbours; one that is not in the list leads to the first', () => {
  const items = ['a', 'b', 'c'].map((applicationId) => ({ applicationId }));
  expect(placeIn(items, 'b')).toEqual({ number: 2, previous: 'a', next: 'c' });
  expect(placeIn(items, 'c')).toEqual({ number: 3, previous: 'b', next: null });
  expect(placeIn(items, 'x')).toEqual({ number: null, previous: null, next: 'a' });
});

test('only clean cases that nobody else holds are approved together', () => {
  const item = (isClean: boolean, isMine?: boolean) =>
    ({
      isClean,
      holder: isMine === undefined ? null : { staffNo: 'R1', name: '演一', isMine },
    }) as ReviewSummary;
  expect([item(true), item(true, true), item(true, false), item(false)].map(canApproveTogether)).toEqual([
    ...[true, true, false, false],
  ]);
});
