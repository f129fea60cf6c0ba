// Closes a day: seals it in the ledger, once.
import { keyedRoute } from '../../edge/route.ts';

export const closeFinanceDay = keyedRoute('closeFinanceDay', 'money.work', ({ services, context, params }) =>
  services.finance.close(context, params.day),
);
