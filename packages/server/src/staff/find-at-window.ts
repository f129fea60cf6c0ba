// Finds the person who is at the window; the search is recorded.
import { route } from '../edge/route.ts';

export const findAtWindow = route('findAtWindow', 'window.work', ({ services, context, body }) =>
  services.window.find(context, body.number),
);
