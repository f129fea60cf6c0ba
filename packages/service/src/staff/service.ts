// Accounts of staff: the calls of an area's administrators.
import type { NewStaffAccountBody, StaffAccount, StaffAccountHistory, StaffAccounts } from '@gongji/contract';
import type { StaffAccountChangeBody } from '@gongji/contract';
import type { z } from 'zod';
import type { Context } from '../kernel/context.ts';
import type { Result } from '../kernel/result.ts';

export interface StaffService {
  list(context: Context): Promise<Result<StaffAccounts>>;
  get(context: Context, staffNo: string): Promise<Result<StaffAccountHistory>>;
  /** `staff-number-taken` also when the number belongs to another area. */
  create(
    context: Context,
    body: z.infer<typeof NewStaffAccountBody>,
    key: string,
  ): Promise<Result<StaffAccount>>;
  /** Role, disable, enable, move to another area. Nobody changes the own account, so one administrator always stays. */
  change(
    context: Context,
    staffNo: string,
    body: StaffAccountChangeBody,
    key: string,
  ): Promise<Result<StaffAccount>>;
  /** By whoever runs the server: only while the area has no administrator who may work. */
  appointFirst(
    account: { area: string; staffNo: string; name: string },
    moment: Pick<Context, 'at' | 'today'>,
  ): Promise<Result<{ staffNo: string }>>;
}
