// A month of the books.
import { route } from '../../edge/route.ts';

export const getFinanceMonth = route('getFinanceMonth', 'money.work', ({ services, context, params }) =>
  services.finance.month(context, params.month),
);
