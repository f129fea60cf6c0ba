// People, institutions and staff: the calls.
import type { InstitutionMark, Me, PersonMark, StaffMark, StaffRole } from '@gongji/contract';
import type { Context } from '../kernel/context.ts';
import type { Result } from '../kernel/result.ts';
import type { PersonImport, PersonRecord } from './record.ts';

/** An institution with the key that was asked for. */
export interface Institution extends InstitutionMark {
  accessKey: string;
  secret: string;
  state: 'open' | 'suspended';
  /** SM2 public key in hex; null: SM2 signatures are refused. */
  sm2PublicKey: string | null;
  /** Whether every message must carry a signature or digest in `cainfo`. */
  cainfo: 'optional' | 'required';
  messagesPerSecond: number;
}
export type InstitutionImport = InstitutionMark & { uscc?: string; accessKey: string; secret: string };
export interface StaffImport {
  staffNo: string;
  name: string;
  role: StaffRole;
  area: string;
  institutionCode?: string | null;
}

/** Opening money of an area's pooled fund, one for each scheme, in fen. */
export interface FundImport {
  area: string;
  scheme: 'employee' | 'resident';
  /** Year of the opening, e.g. 2024. */
  year: number;
  fen: number;
}

export interface PersonService {
  /** The signed-in person's insurance, account and what they may do today. */
  me(context: Context): Promise<Result<Me>>;
  mark(personNo: string): Promise<PersonMark | undefined>;
  /** For the sign-in only. */
  findByIdNumber(idNumber: string): Promise<PersonRecord | undefined>;
  find(personNo: string): Promise<PersonRecord | undefined>;
  /** False when the people in the database were written with other keys; nothing may be written then. */
  keysFit(): Promise<boolean>;
  /** Opening data; known people are left as they are, opening balances are posted once. `at` dates the postings. */
  import(people: readonly PersonImport[], at: Date): Promise<void>;
  /** Opening money of the pooled funds, posted once for each area and scheme. */
  importFunds(funds: readonly FundImport[], at: Date): Promise<void>;
  importInstitutions(institutions: readonly InstitutionImport[]): Promise<void>;
  importStaff(staff: readonly StaffImport[]): Promise<void>;
  /** By a key that is valid now. */
  institutionByAccessKey(accessKey: string): Promise<Institution | undefined>;
  staff(staffNo: string): Promise<StaffMark | undefined>;
}
