// What is set aside on accounts now.
import { route } from '../../edge/route.ts';

export const listOpenHolds = route('listOpenHolds', 'money.work', ({ services, context }) =>
  services.finance.holds(context),
);
