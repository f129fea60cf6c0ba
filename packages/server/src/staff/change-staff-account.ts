// Changes the role, disables, enables or moves an account.
import { keyedRoute } from '../edge/route.ts';

export const changeStaffAccount = keyedRoute(
  'changeStaffAccount',
  'account.manage',
  ({ services, context, params, body, key }) => services.staff.change(context, params.staffNo, body, key),
);
