// Fetches a day's file of the tax bureau or the cash channel and compares it.
import { keyedRoute } from '../../edge/route.ts';

export const reconcileFinanceDay = keyedRoute(
  'reconcileFinanceDay',
  'money.work',
  ({ services, context, params, body }) => services.finance.reconcile(context, params.day, body.source),
);
