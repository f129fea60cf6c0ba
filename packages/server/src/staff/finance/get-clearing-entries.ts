// What a position between two areas consists of.
import { route } from '../../edge/route.ts';

export const getClearingEntries = route('getClearingEntries', 'money.work', ({ services, context, params }) =>
  services.finance.clearingEntries(context, params.month, params.otherArea),
);
