// The disputes of the area.
import { route } from '../edge/route.ts';

export const listDisputes = route('listDisputes', 'dispute.work', ({ services, context }) =>
  services.dispute.list(context),
);
