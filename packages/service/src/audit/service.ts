// The auditor's calls, and the sealing that they rest on.
import type { AuditExport, AuditPage, AuditSearchBody, AuditVerification } from '@gongji/contract';
import type { Context } from '../kernel/context.ts';
import type { Result } from '../kernel/result.ts';
import type { AuditFilter } from './search.ts';

export interface AuditService {
  /** Actions, looks and sign-ins of the area in a span of at most 400 days. */
  search(context: Context, body: AuditSearchBody): Promise<Result<AuditPage>>;
  /** At most 20,000 entries as one file; the export is recorded. */
  export(context: Context, body: AuditFilter): Promise<Result<AuditExport>>;
  verification(context: Context): Promise<Result<AuditVerification>>;
  /** Begins the check of chains, seals and books; one of an area at a time. */
  verify(context: Context): Promise<Result<AuditVerification>>;
  /** Seals what was written since the last time; of the system. */
  seal(at: Date): Promise<void>;
  /** Waits for checks under way. */
  close(): Promise<void>;
}
