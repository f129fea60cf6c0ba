// How many notices are unread.
import { route } from '../edge/route.ts';

export const countNotices = route('countNotices', 'person', ({ services, context }) =>
  services.notice.count(context),
);
