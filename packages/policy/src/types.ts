// The JSON shapes of the policy engine: what goes in, what comes out; pure types, shared with the HTTP contract.

/** How far a source can be trusted; a `weak` one is always shown as such. */
export type SourceGrade = 'official' | 'press' | 'guide' | 'weak' | 'ours';

/** Where a figure comes from. `ours` marks a convention of this project where every source is silent. */
export interface PolicySource {
  title: string;
  documentNumber?: string;
  article?: string;
  url?: string;
  grade: SourceGrade;
  /** Day on which the figure was last compared with its source, 'YYYY-MM-DD'. */
  checkedOn: string;
}

/** Names the exact policy that answered: the same id, version and hash derive the same answer again. */
export interface PolicyRef {
  id: string;
  version: string;
  /** SHA-256 (hex) of the canonical content of the national, province and area layers together. */
  hash: string;
}

export type Scheme = 'employee' | 'resident';
export type InsuranceStatus = 'normal' | 'suspended' | 'ended';
/** What the member is to the giver; in-laws do not count. */
export type Relation = 'spouse' | 'parent' | 'child' | 'sibling' | 'grandparent' | 'grandchild';
export type MemberGroup =
  | 'ordinary'
  | 'destitute'
  | 'severely-disabled'
  | 'orphan'
  | 'lonely-elderly'
  | 'minimum-living'
  | 'returned-to-poverty'
  | 'monitored';
export type InstitutionLevel = 1 | 2 | 3;

/** One line of an explanation. `split` lines sum to the bill, `payer` lines too, `note` lines stand outside the sums. */
export interface Line {
  code: string;
  group: 'split' | 'payer' | 'note';
  /** One plain Chinese sentence for the citizen. */
  text: string;
  fen: number;
  source: PolicySource | null;
  /** The parameter of the policy file that decided, for example `outpatient.cap`. */
  parameter?: string;
  ratePerTenThousand?: number;
  /** Accumulator before and after this step (fen). */
  before?: number;
  after?: number;
  /** Whose account pays, on payer lines; with the parts of the money. */
  owner?: string;
  priorYearFen?: number;
  currentYearFen?: number;
  /** The sentence rests on a source of the grade `weak`. */
  weak?: true;
  /** False on a line that tells why a rule was not applied. */
  applied?: false;
  /** Months of waiting that this line speaks of. */
  months?: number;
  /** Code of the institutions' interface for the policy item (polItemCode) to which the amount belongs. */
  policyItem?: string;
}

export interface QuoteAccount {
  /** 'self' is the patient's own account; any other name is a giver, used in the order given. */
  owner: string;
  priorYearFen: number;
  currentYearFen: number;
  /** Most that may be taken from this account for this bill; absent means no limit. */
  limitFen?: number;
  /** What is left of the most that may be taken for this patient in the calendar year; absent means no limit. */
  yearLimitLeftFen?: number;
  /** The account pays by wallet quota, and this much of the frozen quota is left; absent means straight from the account. */
  quotaFen?: number;
  /**
   * The giver's insured area, six digits. Given: that area's shareable part and the rule on other provinces are applied here.
   * Absent: the amounts are what may be shared, in the patient's province.
   */
  area?: string;
}

/** A registration for a chronic disease, in force on the days [from, to); without `to` it does not end. */
export interface ChronicRegistration {
  disease: string;
  from: string;
  to?: string;
}

/** A filing for treatment outside the insured area, in force on the days [from, to); without `to` it does not end. */
export interface OutOfAreaFiling {
  /** The digits with which the place's area codes begin: '11' is Beijing, '210100' Shenyang. */
  place: string;
  from: string;
  to?: string;
}

/** Accumulators of the calendar year (fen), taken as given. */
export interface YearToDate {
  deductibleFen: number;
  fundPaidFen: number;
}

export interface QuoteBill {
  totalFen: number;
  whollySelfPaidFen: number;
  overPriceLimitFen: number;
  preSelfPaidFen: number;
}

export interface QuoteInput {
  /** The patient's insured area, six digits. */
  area: string;
  date: string;
  patient: {
    scheme: Scheme;
    retired: boolean;
    /** Not empty: this bill is for these chronic diseases. */
    chronic: string[];
    /** Absent: the patient is registered for the diseases of `chronic`, as whoever asks has checked. */
    registrations?: ChronicRegistration[];
    /** The last filing for treatment outside the insured area; absent: there is none. */
    filing?: OutOfAreaFiling;
  };
  institution: { kind: 'hospital' | 'pharmacy'; level?: InstitutionLevel; area: string };
  bill: QuoteBill;
  /** `year`: the calendar year that they count; given, it must be the year of `date`. */
  yearToDate: YearToDate & { year?: number };
  accounts: QuoteAccount[];
}

export interface QuoteResult {
  policy: PolicyRef;
  fundFen: number;
  /** Deductible applied to this bill. */
  deductibleFen: number;
  ownAccountFen: number;
  /** One entry for each giver, in the order given, also when it pays nothing. */
  sharedFen: { owner: string; fen: number }[];
  cashFen: number;
  /** Accumulators after this bill. */
  yearToDate: YearToDate;
  lines: Line[];
}

export interface PremiumInput {
  area: string;
  coverageYear: number;
  payDate: string;
  member: {
    group: MemberGroup;
    insuredPriorYears: boolean;
    /** At school; decides the 2023 amount of the minimum-living group. */
    student?: boolean;
    /** Full years of age; decides the 2023 amount of the minimum-living group. */
    age?: number;
    /** Days of birth and of the birth's registration, for the newborn rule. */
    newborn?: { birthDate: string; registeredOn: string };
    /** Insured in another area the year before; `stoppedOn` is the day on which that was ended. */
    insuredElsewhere?: { area: string; stoppedOn?: string };
    /** The premium of this coverage year is paid already, in that area. */
    paidElsewhere?: { area: string };
  };
  history: { missedYears: number; repairedYears: number };
}

export interface PremiumResult {
  policy: PolicyRef;
  premiumFen: number;
  /** Both days belong to the window; `open` tells whether payDate lies in it. Null when the window is not recorded. */
  window: { from: string; to: string; open: boolean } | null;
  /** First day of benefits; null when payDate is before the window or the rule is not recorded. */
  benefitsFrom: string | null;
  /** Last day of benefits; null when there is no first day, or none of the year is left. */
  benefitsTo: string | null;
  waitingMonths: number;
  /** What public money adds for this person; null when it is not recorded. */
  subsidyFen: number | null;
  /** Why nothing may be paid now; absent when nothing stands in the way. */
  blocked?: Reason;
  lines: Line[];
}

export interface EligibilityInput {
  date: string;
  giver: { area: string; scheme: Scheme; status: InsuranceStatus; balanceFen: number };
  member: { area: string; scheme: Scheme; status: InsuranceStatus };
  relation: Relation;
  /** Members bound to this giver already, without this one. */
  existingMembers: number;
  /** Givers bound to this member already, without this one; asked only where the area limits them. */
  existingGivers?: number;
  /** People in the family, giver and this member included; asked only where the area limits them. */
  peopleInFamily?: number;
  /** First and last day that the giver wants for the relation; only where the area offers it. */
  relationDates?: { firstDay: string; lastDay?: string };
}

/** One reason of an eligibility answer, in a Chinese sentence. */
export interface Reason {
  code: string;
  text: string;
  source: PolicySource | null;
  /** The parameter of the policy file that decided, for example `binding.memberLimit`. */
  parameter?: string;
  /** The sentence rests on a source of the grade `weak`. */
  weak?: true;
}

export interface EligibilityResult {
  policy: PolicyRef;
  eligible: boolean;
  /** Not eligible: every rule that stands in the way. Eligible: the rules that were met, and what to mind. */
  reasons: Reason[];
}

/** Why the engine does not answer; `message` is a Chinese sentence that says what to do. */
export interface PolicyRefusal {
  code:
    | 'no-policy-for-area'
    | 'no-policy-for-date'
    | 'coverage-year-not-recorded'
    | 'premium-not-recorded'
    | 'member-details-missing'
    | 'figure-not-recorded'
    | 'disease-not-recorded';
  /** Path of the input field that decided, for example `member.group`. */
  field: string;
  message: string;
  /** Which figure of which area and day (or coverage year) is not recorded, for machines. */
  missing?: MissingFigure;
}

/** A figure that nobody has recorded, named by its place in the policy file. */
export interface MissingFigure {
  area: string;
  /** 'YYYY-MM-DD', or the coverage year of a premium. */
  on: string;
  /** For example `premium.2025.amounts.ordinary`. */
  figure: string;
}

export type Answer<Value> = { ok: true; value: Value } | { ok: false; reason: PolicyRefusal };
export type Parsed<Value> = { ok: true; value: Value } | { ok: false; field: string; message: string };

/** A text that the person reads and signs; the version is kept with the signature. */
export interface PolicyDocument {
  title: string;
  version: string;
  paragraphs: string[];
  source: PolicySource;
}

export interface Channel {
  name: string;
  purpose: 'bind' | 'pay' | 'unbind';
  steps: string[];
  source: PolicySource;
}

export interface Material {
  code: string;
  name: string;
  /** What to hand in, in words; photos are asked for when `photo` is true. */
  hint: string;
  photo: boolean;
  /** Asked for these relations only; absent: for every relation. */
  relations?: Relation[];
  source: PolicySource;
}

/** Money as policy text shows it: the figure and where it is from. */
export interface SourcedFen {
  fen: number;
  source: PolicySource;
}

export interface PremiumYear {
  coverageYear: number;
  /** Null when it is not recorded. */
  window: { from: string; to: string; source: PolicySource } | null;
  /** Amounts by group; `not-recorded` must not be guessed. The three amounts of `by-age` are in fen. */
  amounts: Record<MemberGroup, PremiumAmount>;
  /** Amounts that a source gives without saying who pays which. */
  amountsWithoutGroup: SourcedFen[];
  subsidy: SourcedFen | null;
}

export type PremiumAmount =
  | { kind: 'amount'; fen: number; source: PolicySource }
  | { kind: 'by-age'; studentFen: number; under18Fen: number; otherFen: number; source: PolicySource }
  | { kind: 'not-recorded' };

/** What pages and services need to know of an area on a day, beside the figures. */
export interface AreaInfo {
  policy: PolicyRef;
  area: string;
  name: string;
  province: string;
  provinceName: string;
  /** `automatic`: decided at submission; `review`: a reviewer of the agency decides, also where nothing is recorded. */
  decisionMode: 'automatic' | 'review';
  /** Working days within which the agency reviews, counted without the days of waiting for the citizen; absent when not recorded. */
  reviewWorkingDays?: number;
  /** Whether the member has to agree before a binding holds. */
  memberConfirms: boolean;
  /** Most members of one giver; absent when none is recorded. */
  memberLimit?: number;
  relationsAllowed: Relation[];
  shareablePart: 'prior-year' | 'all';
  /** Whether money may be shared with another province on that day (by wallet quota). */
  crossProvince: boolean;
  accountOrder: ('self' | 'givers' | 'cash')[];
  partOrder: ('prior-year' | 'current-year')[];
  channels: Channel[];
  materials: Material[];
  documents: { notice: PolicyDocument; promise: PolicyDocument };
  servicePhone: string;
  permittedPurposes: string[];
  forbiddenPurposes: string[];
  /** 亲情账户: its own limits, apart from mutual aid; absent when none are recorded on that day. */
  familyAccount?: { mostMembers: number; mostHoldersPerMember: number; source: PolicySource };
  /** Warnings and hints of the guides, one sentence each. */
  advice: { code: string; text: string; source: PolicySource }[];
  premiumYears: PremiumYear[];
  sources: PolicySource[];
  /** What each of these rests on, so that a page can mark what is weak; null where nothing is recorded. */
  basis: Record<
    'decisionMode' | 'memberLimit' | 'relationsAllowed' | 'shareablePart' | 'crossProvince' | 'servicePhone',
    PolicySource | null
  >;
  /** In Chinese, what nobody has recorded for this area and day: 办理方式、成员人数上限… */
  notRecorded: string[];
}
