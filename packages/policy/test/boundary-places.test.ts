// Cases made for pharmacies and treatment elsewhere, and the cells of both, tried on the fictional city that records them.
import { describe, expect, test } from 'vitest';
import { boundaryCases } from '../src/tools/boundary-cases.ts';
import type { WorkedCase } from '../src/tools/case-files.ts';
import { untouchedCells } from '../src/tools/coverage.ts';
import { brokenPromises } from '../src/tools/run-case.ts';
import { EXAMPLE_CITY, libraryWithExample } from './example-city.ts';

const library = libraryWithExample();
const city = '示例市（219900）';
const made = boundaryCases(library).filter(({ name }) => name.startsWith(city));

describe('cases made for pharmacies and treatment elsewhere', () => {
  test('are made for every scheme and every state of a filing on both edges, and hold', () => {
    const names = made.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining([
        `${city} 2025-12-31 药店 居民 退休：超过起付线 100 元`,
        `${city} 2026-01-01 药店 职工 高血压：100 元`,
        `${city} 2024-01-01 异地 职工 已备案：备案最后一天`,
        `${city} 2024-01-01 异地 居民 没有备案：备案的是别处`,
        `${city} 2026-01-01 异地 职工 备案已失效：失效第一天`,
      ]),
    );
    expect(new Set(names).size).toBe(names.length);
    const broken = made.flatMap((one) => brokenPromises(library, one).map((why) => `${one.name}: ${why}`));
    expect(broken).toEqual([]);
  });

  test('are worked out from the figures: another figure breaks those that rest on it, and no other', () => {
    const otherwise = (from: string, to: string): string[] => {
      const changed = libraryWithExample((text) => text.replace(from, to));
      return made.filter((one) => brokenPromises(changed, one).length > 0).map(({ name }) => name);
    };
    const lessFiled = otherwise('pointsLess: 500', 'pointsLess: 700');
    expect(lessFiled).toHaveLength(8);
    for (const name of lessFiled) expect(name).toContain('已备案');
    const otherLevel = otherwise('asLevel: 1', 'asLevel: 3');
    expect(otherLevel.length).toBeGreaterThan(4);
    for (const name of otherLevel) expect(name).toContain('药店');
  });
});

describe('the cells of pharmacies and of treatment elsewhere', () => {
  const cells = (cases: WorkedCase[]): string[] =>
    untouchedCells(library, cases).filter((cell) => /^示例市.*(药店|异地)/.test(cell));

  test('are named while no case touches them', () => {
    expect(cells([])).toEqual([
      `${city} 自 2024-01-01 起 药店 职工`,
      `${city} 自 2024-01-01 起 药店 居民`,
      `${city} 自 2024-01-01 起 异地 已备案`,
      `${city} 自 2024-01-01 起 异地 没有备案`,
      `${city} 自 2024-01-01 起 异地 备案已失效`,
      `${city} 自 2026-01-01 起 药店 职工`,
      `${city} 自 2026-01-01 起 药店 居民`,
      `${city} 自 2026-01-01 起 异地 已备案`,
      `${city} 自 2026-01-01 起 异地 备案已失效`,
    ]);
  });

  test('are touched by an exact answer, each by its own', () => {
    const at = (name: string): WorkedCase[] =>
      made.filter((one) => one.name === `${city} 2025-12-31 ${name}`);
    expect(cells(at('药店 居民 在职：超过起付线 100 元'))).not.toContain(
      `${city} 自 2024-01-01 起 药店 居民`,
    );
    expect(cells(at('异地 职工 备案已失效：失效第一天'))).not.toContain(
      `${city} 自 2024-01-01 起 异地 备案已失效`,
    );
    expect(cells(made)).toEqual([]);
    expect(made[0]?.input).toMatchObject({ area: EXAMPLE_CITY });
  });
});
