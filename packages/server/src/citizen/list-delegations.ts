// Who may act for me, and for whom I may act.
import { route } from '../edge/route.ts';

export const listDelegations = route('listDelegations', 'person', ({ services, context }) =>
  services.delegation.list(context),
);
