// What was given back in a month.
import { route } from '../../edge/route.ts';

export const listRefunds = route('listRefunds', 'money.work', ({ services, context, params }) =>
  services.finance.refunds(context, params.month),
);
