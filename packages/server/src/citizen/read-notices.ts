// Marks notices as read.
import { keyedRoute } from '../edge/route.ts';

export const readNotices = keyedRoute('readNotices', 'person', ({ services, context, body }) =>
  services.notice.read(context, body),
);
