// What recorded cells and the cases made from them are called in reports to policy staff.
import type { AreaPolicy } from '../library.ts';

export type Scheme = 'employee' | 'resident';
export type Level = 1 | 2 | 3;

export const SCHEMES = ['employee', 'resident'] as const;
export const LEVELS = [1, 2, 3] as const;

const SCHEME_NAMES: Record<Scheme, string> = { employee: '职工', resident: '居民' };
const LEVEL_NAMES: Record<Level, string> = { 1: '一级医院', 2: '二级医院', 3: '三级医院' };

/** How a filing for treatment elsewhere stands on the day. */
export const FILINGS = ['filed', 'unfiled', 'lapsed'] as const;
export type FilingState = (typeof FILINGS)[number];
export const FILING_NAMES: Record<FilingState, string> = {
  filed: '已备案',
  unfiled: '没有备案',
  lapsed: '备案已失效',
};

export const schemeName = (scheme: Scheme): string => SCHEME_NAMES[scheme];
export const peopleName = (retired: boolean): string => (retired ? '退休' : '在职');

/** 铁岭市（211200） */
export const areaName = ({ area, own }: AreaPolicy): string => `${own.name}（${area}）`;

/** 职工 一级医院 退休; without the last word where a figure is for everybody. */
export const cellName = (scheme: Scheme, level: Level, retired: boolean | undefined): string =>
  [SCHEME_NAMES[scheme], LEVEL_NAMES[level], ...(retired === undefined ? [] : [peopleName(retired)])].join(
    ' ',
  );
