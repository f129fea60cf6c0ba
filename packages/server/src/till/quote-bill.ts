// How a bill would be split.
import { route } from '../edge/route.ts';

export const quoteBill = route('quoteBill', 'till', ({ services, context, body }) =>
  services.settlement.quote(context, body),
);
