// Files treatment elsewhere.
import { keyedRoute } from '../edge/route.ts';

export const fileOutOfArea = keyedRoute('fileOutOfArea', 'person', ({ services, context, body, key }) =>
  services.standing.file(context, body, key),
);
