// The accounts of the administrator's area.
import { route } from '../edge/route.ts';

export const listStaffAccounts = route('listStaffAccounts', 'account.manage', ({ services, context }) =>
  services.staff.list(context),
);
