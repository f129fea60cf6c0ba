// The accounts behind a sum of a day.
import { route } from '../../edge/route.ts';

export const listMovedAccounts = route('listMovedAccounts', 'money.work', ({ services, context, params }) =>
  services.finance.movedAccounts(context, params.day, params.part),
);
