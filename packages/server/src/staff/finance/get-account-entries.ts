// Entries of an account of the area in a period.
import { route } from '../../edge/route.ts';

export const getAccountEntries = route('getAccountEntries', 'money.work', ({ services, context, params }) =>
  services.finance.entries(context, params.accountId, params.from, params.to),
);
