// Uses of shared money by person, purpose and period.
import { route } from '../edge/route.ts';

export const searchUsages = route('searchUsages', 'person', ({ services, context, body }) =>
  services.usage.search(context, body),
);
