// Submits an application that the person at the window signed.
import { keyedRoute } from '../edge/route.ts';

export const bindAtWindow = keyedRoute(
  'bindAtWindow',
  'window.work',
  ({ services, context, params, body, key }) => services.window.bind(context, params.personNo, body, key),
);
