// A person as the services know them: the decrypted row of the register of insured people.
import type { InsuranceStatus, Scheme } from '@gongji/contract';
import type { MemberGroup } from '@gongji/policy';
import type { ToldStanding } from '../standing/standing.ts';

export interface PersonRecord {
  personNo: string;
  /** Insured area. */
  area: string;
  name: string;
  idNumber: string;
  /** Null for people who were never asked for one. */
  phone: string | null;
  bornOn: string;
  sex: 'male' | 'female';
  scheme: Scheme;
  retired: boolean;
  status: InsuranceStatus;
  group: MemberGroup;
  student: boolean | null;
  chronic: string[];
  insuredPriorYears: boolean;
  missedYears: number;
}

/** One person of the opening data, with the money on the account by year (fen). */
export interface PersonImport extends ToldStanding {
  personNo: string;
  area: string;
  name: string;
  idNumber: string;
  phone: string;
  bornOn: string;
  sex: 'male' | 'female';
  scheme: Scheme;
  retired: boolean;
  status: InsuranceStatus;
  group: MemberGroup;
  student?: boolean | null;
  chronic: readonly string[];
  insuredPriorYears: boolean;
  missedYears: number;
  parts: readonly { partYear: number; fen: number }[];
}
