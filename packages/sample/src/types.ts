// Shapes of the sample world: people, their kinship, relations already bound, staff and institutions.

export type SampleRelationKind = 'spouse' | 'parent' | 'child' | 'sibling' | 'grandparent' | 'grandchild';

/** Groups that the residents' premium tells apart; the names of the command's JSON. */
export type SampleGroup =
  | 'ordinary'
  | 'destitute'
  | 'severely-disabled'
  | 'orphan'
  | 'lonely-elderly'
  | 'minimum-living'
  | 'returned-to-poverty'
  | 'monitored';

interface SampleFiling {
  place: string;
  kind: 'long-stay' | 'referral' | 'temporary';
  from: string;
  to?: string;
}

/** Money on a personal account by the year it belongs to. */
export interface SamplePart {
  partYear: number;
  fen: number;
}

export interface SamplePerson {
  /** Digits only; the first six are the insured area. */
  personNo: string;
  name: string;
  /** 18 characters with a valid check digit; its district code belongs to no existing place. */
  idNumber: string;
  sex: 'male' | 'female';
  bornOn: string;
  phone: string;
  /** Insured area. */
  area: string;
  areaName: string;
  scheme: 'employee' | 'resident';
  retired: boolean;
  status: 'normal' | 'suspended' | 'ended';
  group: SampleGroup;
  /** Set for people of school age and above who study or don't; absent where it doesn't matter. */
  student?: boolean;
  /** Registered chronic diseases, by code, e.g. `hypertension`. */
  chronic: string[];
  /** Days of registrations for chronic diseases, [from, to); those only named in `chronic` have no recorded days. */
  registrations?: { disease: string; from: string; to?: string }[];
  /** Filings for treatment elsewhere, [from, to); `place` is how the place's area codes begin. */
  filings?: SampleFiling[];
  insuredPriorYears: boolean;
  missedYears: number;
  /** Empty for residents, who have no personal account, and for an account without money. */
  parts: SamplePart[];
  /** The family of a story, e.g. `样家`; absent for the further people. */
  family?: string;
  /** What the person is in the story, in Chinese. */
  role?: string;
  /** Password of the sign-in page, for trying only. */
  pin: string;
}

/** Truth of the civil registry: what `relative` is to `person`; both directions are listed. */
export interface SampleKinship {
  personNo: string;
  relativeNo: string;
  relation: SampleRelationKind;
}

/** A relation that is bound before the demo begins; `relation` is what the member is to the giver. */
export interface SampleRelation {
  giverNo: string;
  memberNo: string;
  relation: SampleRelationKind;
  boundOn: string;
}

export type SampleStaffRole =
  | 'reviewer'
  | 'window-clerk'
  | 'cashier'
  | 'auditor'
  | 'supervisor'
  | 'finance'
  | 'policy-officer'
  | 'administrator';

export interface SampleStaff {
  staffNo: string;
  name: string;
  role: SampleStaffRole;
  area: string;
  areaName: string;
  /** The till's institution; only for cashiers. */
  institutionCode?: string;
  pin: string;
}

export interface SampleInstitution {
  /** 12 characters, as in the institutions' interface. */
  code: string;
  name: string;
  kind: 'hospital' | 'pharmacy';
  /** Null for pharmacies. */
  level: 1 | 2 | 3 | null;
  area: string;
  areaName: string;
  /** 统一社会信用代码: made up, with a fitting check character. */
  uscc: string;
  accessKey: string;
  secret: string;
}

/** Opening money of a pooled fund. */
export interface SampleFund {
  area: string;
  scheme: 'employee' | 'resident';
  year: number;
  fen: number;
}

export interface SampleWorld {
  /** The day on which the stories make sense: the Maanshan window for 2025 is open. */
  demoDate: string;
  /** Families first, then the further people. */
  people: SamplePerson[];
  kinships: SampleKinship[];
  relations: SampleRelation[];
  staff: SampleStaff[];
  institutions: SampleInstitution[];
  funds: SampleFund[];
}
