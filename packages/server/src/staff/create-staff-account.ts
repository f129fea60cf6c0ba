// Opens an account.
import { keyedRoute } from '../edge/route.ts';

export const createStaffAccount = keyedRoute(
  'createStaffAccount',
  'account.manage',
  ({ services, context, body, key }) => services.staff.create(context, body, key),
);
