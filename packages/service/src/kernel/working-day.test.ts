// The working-day clock against the State Council's published arrangements.
import { expect, test } from 'vitest';
import { addWorkingDays, isWorkingDay, workingDaysBetween } from './working-day.ts';

test.each([
  ['2024-09-29', true, 'a Sunday worked for the National Day of 2024'],
  ['2024-10-01', false, 'National Day'],
  ['2024-10-12', true, 'a Saturday worked for it'],
  ['2025-01-26', true, 'a Sunday worked for the Spring Festival of 2025'],
  ['2025-01-28', false, 'the eve of the Spring Festival, off since 2025'],
  ['2025-10-08', false, 'the last day off of National Day and Mid-Autumn'],
  ['2026-01-04', true, 'a Sunday worked for the New Year of 2026'],
  ['2026-02-16', false, 'the eve of the Spring Festival of 2026'],
  ['2026-02-14', true, 'a Saturday worked for it'],
  ['2024-10-19', false, 'a plain Saturday'],
])('%s: %s, %s', (day, works) => expect(isWorkingDay(day)).toBe(works));

test('five working days from before the National Day of 2024 pass over it', () => {
  // 29 and 30 September, 8, 9 and 10 October.
  expect(addWorkingDays('2024-09-28', 5)).toBe('2024-10-10');
  expect(workingDaysBetween('2024-09-28', '2024-10-10')).toBe(5);
});

test('nothing is added, and nothing lies between a day and itself', () => {
  expect(addWorkingDays('2024-10-01', 0)).toBe('2024-10-01');
  expect(workingDaysBetween('2024-10-08', '2024-10-08')).toBe(0);
  expect(workingDaysBetween('2024-10-09', '2024-10-08')).toBe(0);
});
