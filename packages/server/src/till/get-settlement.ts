// One settlement of the institution.
import { route } from '../edge/route.ts';

export const getSettlement = route('getSettlement', 'till', ({ services, context, params }) =>
  services.settlement.get(context, params.settlementId),
);
