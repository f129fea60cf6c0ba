// Whose accounts a bill may use: what an institution's flag means is a dated setting of the area.
import { expect, test } from 'vitest';
import { readPolicyTexts } from '../node/index.ts';
import { accountUseOf, loadLibrary } from '../src/index.ts';
import type { PolicyText } from '../src/index.ts';
import { library } from './library.ts';

test.each([
  ['0', '211200', 'none'],
  ['1', '211200', 'own-then-shared'],
  ['1', '340500', 'own'],
  ['1', '999999', 'own'],
  ['2', '340500', 'own-then-shared'],
] as const)('flag %s in %s means %s', (flag, area, use) => {
  expect(accountUseOf(library, area, '2024-10-15', flag)).toBe(use);
});

test('the setting holds from its day on, and may change on a day', () => {
  const texts = readPolicyTexts().map((each): PolicyText => ({
    ...each,
    text: each.text.replace(
      '    flagOne: own-then-shared\n    source: tieling-guide\n',
      (entry) => `    to: '2025-07-01'\n${entry}  - from: '2025-07-01'\n    flagOne: own\n    source: ours\n`,
    ),
  }));
  const loaded = loadLibrary(texts);
  if (!('library' in loaded)) expect.fail(JSON.stringify(loaded));
  const on = (day: string) => accountUseOf(loaded.library, '211200', day, '1');
  expect([on('2023-12-31'), on('2024-01-01'), on('2025-06-30'), on('2025-07-01')]).toEqual([
    ...['own', 'own-then-shared', 'own-then-shared', 'own'],
  ]);
});
