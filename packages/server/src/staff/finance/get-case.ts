// One case of reconciliation with its steps.
import { route } from '../../edge/route.ts';

export const getFinanceCase = route('getFinanceCase', 'money.work', ({ services, context, params }) =>
  services.reconciliation.get(context, params.caseId),
);
