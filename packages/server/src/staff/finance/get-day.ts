// A day of the books, with what is left to do before it is closed.
import { route } from '../../edge/route.ts';

export const getFinanceDay = route('getFinanceDay', 'money.work', ({ services, context, params }) =>
  services.finance.day(context, params.day),
);
