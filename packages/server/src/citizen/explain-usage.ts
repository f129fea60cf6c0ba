// How one used amount came about.
import { route } from '../edge/route.ts';

export const explainUsage = route('explainUsage', 'person', ({ services, context, params }) =>
  services.usage.explain(context, params.usageId),
);
