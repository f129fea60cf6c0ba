// One account with everything that was done to it.
import { route } from '../edge/route.ts';

export const getStaffAccount = route('getStaffAccount', 'account.manage', ({ services, context, params }) =>
  services.staff.get(context, params.staffNo),
);
