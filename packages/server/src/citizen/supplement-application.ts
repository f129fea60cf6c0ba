// Answers what the agency asked for.
import { keyedRoute } from '../edge/route.ts';

export const supplementApplication = keyedRoute(
  'supplementApplication',
  'person',
  ({ services, context, params, body, key }) =>
    services.application.supplement(context, params.applicationId, body, key),
);
