// The names of the dated sections, apart from their forms, so that a page that adjudicates carries no forms.

/** Sections that are lists of dated entries, of which a more specific layer may carry its own. */
export type DatedSection =
  | 'relations'
  | 'crossProvince'
  | 'binding'
  | 'shareable'
  | 'outpatient'
  | 'waiting'
  | 'conventions'
  | 'accountFlag'
  | 'interest'
  | 'openHolds'
  | 'newborn'
  | 'paidElsewhere'
  | 'familyAccount'
  | 'premiumFloor'
  | 'purposes'
  | 'wallet';
export const DATED_SECTIONS: readonly DatedSection[] = [
  'relations',
  'crossProvince',
  'binding',
  'shareable',
  'outpatient',
  'waiting',
  'conventions',
  'accountFlag',
  'interest',
  'openHolds',
  'newborn',
  'paidElsewhere',
  'familyAccount',
  'premiumFloor',
  'purposes',
  'wallet',
];
