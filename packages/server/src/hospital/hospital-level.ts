// A hospital's level in the interface's codes: without a grade within the level, which is not recorded.
import type { InstitutionMark } from '@gongji/contract';

const levels = { 1: '14', 2: '13', 3: '12' } as const;

/** `hosp_lv`; empty for pharmacies. */
export const hospitalLevelOf = ({ level }: Pick<InstitutionMark, 'level'>): string =>
  level === null ? '' : levels[level];
