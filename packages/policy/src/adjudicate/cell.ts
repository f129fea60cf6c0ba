// A benefit cell: what the fund pays to one kind of patient at one kind of place in one span of days, with its sources.
import type { Slice } from '../library.ts';
import type { PolicySource } from '../types.ts';

export type Outpatient = NonNullable<Slice['outpatient']>;
export type Conventions = NonNullable<Slice['conventions']>;

/** What treatment elsewhere does to the ratio of a cell. */
interface RatioElsewhere {
  homeRatePerTenThousand: number;
  pointsLess: number;
  source: PolicySource;
}

export type Cell =
  | {
      kind: 'ordinary';
      /** Path of the figures in the file, for example `outpatient.ordinary.employee`. */
      parameter: string;
      deductibleFen: number;
      deductibleSource: PolicySource;
      /** Infinity where the area has no cap. */
      capFen: number;
      capSource: PolicySource;
      ratePerTenThousand: number;
      rateSource: PolicySource;
      /** Pharmacies use the figures of a hospital level; says where that is written. */
      pharmacySource: PolicySource | null;
      elsewhere: RatioElsewhere | null;
    }
  | {
      kind: 'chronic';
      parameter: string;
      ratePerTenThousand: number;
      upTo: boolean;
      source: PolicySource;
      elsewhere: RatioElsewhere | null;
    }
  /** The area's rule is that the fund pays nothing there. */
  | { kind: 'nothing'; code: string; text: string; source: PolicySource }
  /** Nobody has recorded the figure. */
  | { kind: 'not-recorded'; code: string; text: string; parameter: string };

/** Where care is given, as the first part of a cell's number. */
export const SERVICES = [
  'level-1',
  'level-2',
  'level-3',
  'pharmacy',
  'chronic',
  'chronic-at-pharmacy',
] as const;
export type Service = (typeof SERVICES)[number];
/** Who is treated, as the second part: scheme and, for employees, whether retired. */
export const PEOPLE = ['employee', 'employee-retired', 'resident', 'resident-retired'] as const;
/** At home or elsewhere, and there by the state of the filing, as the third part. */
export const PLACES = ['home', 'filed', 'unfiled', 'lapsed'] as const;
export type Place = (typeof PLACES)[number];

export const CELLS_OF_A_SLICE = SERVICES.length * PEOPLE.length * PLACES.length;
