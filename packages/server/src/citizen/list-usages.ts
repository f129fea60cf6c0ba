// Who used whose money.
import { route } from '../edge/route.ts';

export const listUsages = route('listUsages', 'person', ({ services, context }) =>
  services.usage.list(context),
);
