// Days move over month ends and leap years as a calendar does.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addMonths, inWords, isCalendarDay, isWithin, nextDay, previousDay } from './calendar.ts';

const anyDay = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

test('every day of the calendar is accepted, and days that do not exist are not', () => {
  fc.assert(fc.property(anyDay, isCalendarDay));
  for (const text of [
    '2025-02-29',
    '2100-02-29',
    '2024-04-31',
    '2024-00-10',
    '2024-1-1',
    '2024-01-01 ',
    '',
  ]) {
    expect(isCalendarDay(text)).toBe(false);
  }
});

test('the next day is one day later, and the previous day undoes it', () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      expect(Date.parse(nextDay(day)) - Date.parse(day)).toBe(86_400_000);
      expect(previousDay(nextDay(day))).toBe(day);
    }),
  );
});

test('a day that a later month lacks becomes its last day', () => {
  expect(addMonths('2024-11-30', 3)).toBe('2025-02-28');
  expect(addMonths('2027-11-30', 3)).toBe('2028-02-29');
  expect(addMonths('2027-01-01', 4)).toBe('2027-05-01');
  expect(addMonths('2025-10-15', 3)).toBe('2026-01-15');
});

test('a span holds its first day and not its last', () => {
  const span = { from: '2024-01-01', to: '2026-01-01' };
  expect(['2023-12-31', '2024-01-01', '2025-12-31', '2026-01-01'].map((day) => isWithin(day, span))).toEqual([
    false,
    true,
    true,
    false,
  ]);
  expect(isWithin('2999-01-01', { from: '2024-01-01' })).toBe(true);
});

test('a day is written as people write it', () => {
  expect(inWords('2024-10-01')).toBe('2024年10月1日');
});
