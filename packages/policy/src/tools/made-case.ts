// A case made from a recorded figure, and the plain bill that those of the outpatient benefit begin with.
import type { Slice } from '../library.ts';
import type { WorkedCase } from './case-files.ts';
import type { Level, Scheme } from './cell-names.ts';

/** A case without a file: what it promises is worked out by plain arithmetic from the figure. */
export type MadeCase = Omit<WorkedCase, 'file' | 'line' | 'refusal'> & Pick<Partial<WorkedCase>, 'refusal'>;

export type Outpatient = NonNullable<Slice['outpatient']>;
export type Ordinary = Exclude<Outpatient['ordinary']['employee'], 'notRecorded'>;

/** 100 yuan: the share of it in fen is the ratio per ten thousand. */
export const HUNDRED_YUAN_FEN = 10_000;

const people = (retired: boolean) => (retired ? 'retired' : 'inService');

/** The ratio of a cell, per ten thousand. */
export const rateOf = ({ ratio }: Ordinary, level: Level, retired: boolean): number =>
  ('level1' in ratio ? ratio : ratio[people(retired)])[`level${level}`];

/** The deductible of a cell, in fen a year. */
export const deductibleOf = ({ deductible }: Ordinary, level: Level, retired: boolean): number =>
  ('level1Fen' in deductible ? deductible : deductible[people(retired)])[`level${level}Fen`];

/** The cap, in fen a year; Infinity where there is none. */
export const capOf = ({ cap }: Ordinary, retired: boolean): number => {
  if ('unlimited' in cap) return Infinity;
  return 'fen' in cap ? cap.fen : cap[`${people(retired)}Fen`];
};

/** A bill at a level 1 hospital of the area by somebody in service, with nothing counted before. */
export function billOf(area: string, date: string, scheme: Scheme, totalFen: number) {
  return {
    area,
    date,
    patient: { scheme, retired: false, chronic: [] as string[] },
    institution: { kind: 'hospital', level: 1, area },
    bill: { totalFen, whollySelfPaidFen: 0, overPriceLimitFen: 0, preSelfPaidFen: 0 },
    yearToDate: { deductibleFen: 0, fundPaidFen: 0 },
    accounts: [],
  };
}
