// The clock of a review: working days, paused while the citizen is asked.
import { expect, test } from 'vitest';
import { dueOf, isDueSoon } from './due.ts';
import type { ClockStep } from './due.ts';

const asked = (day: string): ClockStep => ({ kind: 'more-requested', day });
const answered = (day: string): ClockStep => ({ kind: 'supplemented', day });

test('the public holiday and the weekend do not count', () => {
  expect(dueOf(5, '2024-09-28', [], '2024-10-09')).toEqual({
    ...{ on: '2024-10-10', workingDaysLeft: 1, isPaused: false },
  });
});

test('the days of waiting for the citizen do not count', () => {
  // Monday; two working days are used until Wednesday, three are left from the next Monday.
  const steps = [asked('2024-10-16'), answered('2024-10-21')];
  expect(dueOf(5, '2024-10-14', steps, '2024-10-21')).toMatchObject({ on: '2024-10-24', workingDaysLeft: 3 });
});

test('nothing is due while the citizen is asked', () => {
  const due = dueOf(5, '2024-10-14', [asked('2024-10-16')], '2024-12-01');
  expect(due).toEqual({ on: null, workingDaysLeft: null, isPaused: true });
  expect(isDueSoon(due)).toBe(false);
});

test('time used up before the citizen answered: due on the day of the answer', () => {
  const steps = [asked('2024-10-30'), answered('2024-11-06')];
  expect(dueOf(5, '2024-10-14', steps, '2024-11-07')).toMatchObject({
    ...{ on: '2024-11-06', workingDaysLeft: -1 },
  });
});

test('overdue counts working days, and an area without a time has none', () => {
  expect(dueOf(5, '2024-10-14', [], '2024-10-28')).toMatchObject({ on: '2024-10-21', workingDaysLeft: -5 });
  expect(dueOf(undefined, '2024-10-14', [], '2024-10-28')).toMatchObject({ on: null, isPaused: false });
});
