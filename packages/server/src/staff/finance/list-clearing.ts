// Cleared months, with what the area owes others and is owed.
import { route } from '../../edge/route.ts';

export const listClearing = route('listClearing', 'money.work', ({ services, context }) =>
  services.finance.clearing(context),
);
