// Settlements of the institution.
import { route } from '../edge/route.ts';

export const listSettlements = route('listSettlements', 'till', ({ services, context }) =>
  services.settlement.list(context),
);
