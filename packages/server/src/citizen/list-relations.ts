// Relations given and received.
import { route } from '../edge/route.ts';

export const listRelations = route('listRelations', 'person', ({ services, context }) =>
  services.relation.list(context),
);
