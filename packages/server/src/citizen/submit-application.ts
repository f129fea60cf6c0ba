// Asks to bind a relative.
import { keyedRoute } from '../edge/route.ts';

export const submitApplication = keyedRoute(
  'submitApplication',
  'person',
  ({ services, context, body, key }) => services.application.submit(context, body, key),
);
