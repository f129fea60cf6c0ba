// Ends a case of reconciliation with a choice and a reason; what has to be posted is posted.
import { keyedRoute } from '../../edge/route.ts';

export const resolveFinanceCase = keyedRoute(
  'resolveFinanceCase',
  'money.work',
  async ({ services, context, params, body, key }) => {
    const resolved = await services.reconciliation.resolve(context, params.caseId, body, key);
    return resolved.ok ? services.reconciliation.get(context, params.caseId) : resolved;
  },
);
