// The figures in force: complete, in Chinese, each with its source, gaps named as gaps.
import { describe, expect, test } from 'vitest';
import { figuresInForce } from '../src/tools/index.ts';
import { answered, library } from './library.ts';

const figuresOf = (area: string, date: string) => answered(figuresInForce(library, area, date)).figures;
const figureOf = (area: string, date: string, field: string) =>
  figuresOf(area, date).find((figure) => figure.field === field);

/** Every day on which anything changes in any area. */
const moments = [...library.areas.values()].flatMap(({ area, slices, premiums }) => {
  const days = [
    ...slices.map(({ from }) => from),
    ...[...premiums.values()].flatMap(({ window }) => (window === 'notRecorded' ? [] : [window.firstDay])),
  ];
  return days.map((day) => [area, day] as const);
});

describe('the figures in force', () => {
  test.each(moments)(
    'of %s on %s have Chinese names and texts, and a source where they are recorded',
    (area, day) => {
      const figures = figuresOf(area, day);
      expect(figures.length).toBeGreaterThan(20);
      for (const { field, name, text, recorded, source, from, to, section } of figures) {
        expect(`${name} ${text}`, field).not.toMatch(/[A-Za-z]/);
        expect(source !== null, field).toBe(recorded);
        if (!recorded) expect(text).toBe('没有记录');
        // A premium year can be paid before its coverage begins.
        else if (section !== 'premium' && from !== null) {
          expect(from <= day && (to === null || day < to), field).toBe(true);
        }
      }
      expect(new Set(figures.map(({ name, section, text }) => `${section} ${name} ${text}`)).size).toBe(
        figures.length,
      );
    },
  );

  test('carry value, layer, span, source and grade', () => {
    expect(figureOf('211200', '2025-12-31', 'outpatient.ordinary.employee.cap.fen')).toEqual({
      section: 'outpatient',
      sectionName: '门诊待遇',
      field: 'outpatient.ordinary.employee.cap.fen',
      name: '普通门诊 · 职工 · 年度最高支付限额',
      recorded: true,
      value: 300000,
      text: '3000.00 元',
      layer: 'area',
      from: '2024-01-01',
      to: '2026-01-01',
      source: { title: '铁岭门诊共济绑定与使用办事指引', grade: 'guide', checkedOn: '2026-11-22' },
    });
    expect(figureOf('211200', '2025-03-01', 'outpatient.ordinary.employee.ratio.retired.level1')?.text).toBe(
      '75%',
    );
    expect(figureOf('340500', '2025-03-01', 'shareable.part')).toMatchObject({
      layer: 'province',
      text: '历年结余',
    });
    expect(figureOf('340500', '2025-03-01', 'waiting.fixed.months')).toMatchObject({
      layer: 'national',
      text: '3 个月',
    });
  });

  test('change on the very day on which an entry ends', () => {
    expect(figureOf('211200', '2026-01-01', 'outpatient.ordinary.employee')).toMatchObject({
      recorded: false,
      value: null,
      text: '没有记录',
      source: null,
    });
    expect(figureOf('211200', '2024-12-08', 'relations.allowed')?.text).toBe('配偶、父母、子女');
    expect(figureOf('211200', '2024-12-09', 'relations.allowed')?.text).toContain('兄弟姐妹');
  });

  test('show a premium year from the first day of its window to its last day of coverage', () => {
    const field = 'premium.2025.amounts.minimum-living.fen';
    expect(figureOf('340500', '2024-09-04', field)).toBeUndefined();
    expect(figureOf('340500', '2024-09-05', field)).toMatchObject({
      text: '64.00 元',
      source: { grade: 'official' },
    });
    expect(figureOf('340500', '2025-12-31', field)?.value).toBe(6400);
    expect(figureOf('340500', '2026-01-01', field)).toBeUndefined();
    expect(figureOf('340500', '2024-10-15', 'premium.2024')).toMatchObject({
      recorded: false,
      name: '2024 年度',
    });
    expect(figureOf('340500', '2024-10-15', 'premium.2025.window')?.text).toBe(
      '2024年9月5日至2024年12月31日',
    );
  });

  test('are refused for an area or a day without a policy', () => {
    expect(figuresInForce(library, '320100', '2025-01-01')).toMatchObject({ reason: { field: 'area' } });
    expect(figuresInForce(library, '211200', '2021-03-31')).toMatchObject({ reason: { field: 'date' } });
  });
});
