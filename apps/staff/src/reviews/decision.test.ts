// Tests of what can be decided and what the citizen reads.
import type { ReviewCase } from '@gongji/contract';
import { expect, test } from 'vitest';
import { citizenText, decisionsIn } from './decision.ts';

const reason: ReviewCase['reasons'][number] = {
  code: 'photo-unclear',
  decision: 'ask',
  label: '照片不清楚',
  citizenText: '有照片看不清楚。',
};
const allowed = (state: ReviewCase['application']['state']) =>
  decisionsIn(state).map(({ decision }) => decision);

test('the citizen reads the text of the reason, then the words that were added', () => {
  expect(citizenText(reason, '')).toBe('有照片看不清楚。');
  expect(citizenText(reason, '  第二张请重拍。 ')).toBe('有照片看不清楚。第二张请重拍。');
});

test('a case that waits for the citizen can only be turned down, a closed one not be decided again', () => {
  expect(allowed('in-review')).toEqual(['approve', 'reject', 'ask']);
  expect(allowed('more-requested')).toEqual(['reject']);
  for (const state of ['approved', 'rejected', 'withdrawn'] as const) expect(allowed(state)).toEqual([]);
});
