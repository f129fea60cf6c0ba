// Promises of the error catalogue's sentences.
import { expect, test } from 'vitest';
import { errors, errorTexts } from './errors.ts';
import type { ErrorCode } from './errors.ts';

test('days in a sentence are written the way a person reads them', () => {
  const details = { coverageYear: 2026, from: '2025-10-20', to: '2025-12-31' };
  expect(errorTexts('premium-window-closed', details).message).toBe(
    '2026 年度的缴费期是 2025年10月20日 至 2025年12月31日，现在不在缴费期内。',
  );
});

test('every refusal says in Chinese what was wrong and what to do', () => {
  for (const code of Object.keys(errors) as ErrorCode[]) {
    const { message, remedy } = errorTexts(code);
    expect(message, code).toMatch(/[\u4e00-\u9fff].*。?$/);
    expect(remedy, code).toMatch(/[\u4e00-\u9fff].*。$/);
  }
});
