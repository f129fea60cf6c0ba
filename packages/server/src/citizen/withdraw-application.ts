// Takes an application back.
import { keyedRoute } from '../edge/route.ts';

export const withdrawApplication = keyedRoute(
  'withdrawApplication',
  'person',
  ({ services, context, params, key }) => services.application.withdraw(context, params.applicationId, key),
);
