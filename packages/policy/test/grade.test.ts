// The minimum grade of rules that take money: refused with its place, left out, or used and marked.
import { describe, expect, test } from 'vitest';
import { readPolicyTexts } from '../node/index.ts';
import { loadLibrary, premium } from '../src/index.ts';
import type { PremiumInput } from '../src/index.ts';
import { figuresInForce } from '../src/tools/index.ts';
import { answered, library } from './library.ts';

const loadedWith = (from: string, to: string, file = 'national.yaml') =>
  loadLibrary(
    readPolicyTexts().map(({ path, text }) => {
      if (!path.endsWith(file)) return { path, text };
      expect(text).toContain(from);
      return { path, text: text.replace(from, to) };
    }),
  );
const PREMIUM_MARK = '{ section: premium, grade: guide, below: mark }';
const input: PremiumInput = {
  area: '340500',
  coverageYear: 2026,
  payDate: '2025-11-01',
  member: { group: 'ordinary', insuredPriorYears: true },
  history: { missedYears: 0, repairedYears: 0 },
};

describe('a figure below the minimum grade', () => {
  test('is used and marked in every line when the file says mark', () => {
    const { lines } = answered(premium(library, input));
    const [amount] = lines;
    expect(amount).toMatchObject({ code: 'premium', fen: 40000, weak: true });
    expect(amount?.text).toContain('依据较弱');
  });

  test('is refused at its own place when the file says refuse, once for all areas', () => {
    const loaded = loadedWith(PREMIUM_MARK, '{ section: premium, grade: guide, below: refuse }');
    const errors = loaded.ok ? [] : loaded.errors;
    const anhui = errors.filter(({ path }) => path.includes('34-anhui'));
    expect(anhui.map(({ field }) => field)).toContain('premium[0].amounts.ordinary.source');
    const error = anhui.find(({ field }) => field === 'premium[0].amounts.ordinary.source');
    expect(error?.message).toMatch(
      /^policies\/provinces\/34-anhui\.yaml:\d+:\d+: .*允许：policies\/national\.yaml 的 minimumGrade 要求 premium 的来源达到 guide 或更强；改法：找更强的来源/,
    );
    expect(new Set(errors.map(({ message }) => message)).size).toBe(errors.length);
  });

  test('is not used when the file says not-recorded: the premium is refused and names the figure', () => {
    const loaded = loadedWith(PREMIUM_MARK, '{ section: premium, grade: guide, below: not-recorded }');
    if (!loaded.ok) throw new Error(loaded.errors[0]?.message);
    expect(premium(loaded.library, input)).toMatchObject({
      ok: false,
      reason: {
        code: 'premium-not-recorded',
        missing: { area: '340500', on: '2026', figure: 'premium.2026.amounts.ordinary' },
      },
    });
    const { figures } = answered(figuresInForce(loaded.library, '340500', '2025-11-01'));
    expect(figures.find(({ field }) => field === 'premium.2026.window')).toMatchObject({ recorded: false });
    // What is strong enough stays, and the policy keeps its name: the same files.
    expect(answered(premium(loaded.library, { ...input, coverageYear: 2025 })).premiumFen).toBe(40000);
  });

  test('holds for the area that asks, not for others', () => {
    const area = '340500-maanshan.yaml';
    const ask =
      'minimumGrade: [{ section: premium, grade: official, below: not-recorded }]\n\nsources:\n  maanshan-guide:';
    const loaded = loadedWith('sources:\n  maanshan-guide:', ask, area);
    if (!loaded.ok) throw new Error(loaded.errors[0]?.message);
    const of2023 = { ...input, coverageYear: 2023, payDate: '2022-10-01' };
    expect(premium(library, of2023).ok).toBe(true);
    expect(premium(loaded.library, of2023)).toMatchObject({ reason: { code: 'premium-not-recorded' } });
    expect(loaded.library.areas.get('211200')?.ref).toEqual(library.areas.get('211200')?.ref);
  });

  test('that cannot be left out is refused even so', () => {
    const loaded = loadedWith(
      '{ section: shareable, grade: guide, below: mark }',
      '{ section: shareable, grade: official, below: not-recorded }',
    );
    expect(loaded.ok ? [] : loaded.errors.map(({ field }) => field)).toEqual([]);
  });

  test('is no convention of ours, which claims no source', () => {
    const strict = loadedWith(
      '{ section: waiting, grade: guide, below: mark }',
      '{ section: waiting, grade: press, below: refuse }',
    );
    expect(strict.ok).toBe(true);
  });
});
