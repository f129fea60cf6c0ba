// The log of sign-ins, which whoever keeps the sessions offers to the audit.
export interface SignInEntry {
  signInId: number;
  at: Date;
  kind: 'person' | 'staff';
  /** Person number or staff number. */
  subjectNo: string;
}

interface SignInQuery {
  area: string;
  /** Undefined for everybody. */
  subjectNo?: string | undefined;
  /** From this instant on, and before that one. */
  from: Date;
  until: Date;
  /** Only what comes after this entry in the order of the newest first. */
  before?: { at: Date; signInId: number } | undefined;
  limit: number;
}

export interface SignInLog {
  /** The newest first. */
  search(query: SignInQuery): Promise<SignInEntry[]>;
}
