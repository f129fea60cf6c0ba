// The person's inbox.
import { route } from '../edge/route.ts';

export const listNotices = route('listNotices', 'person', ({ services, context }) =>
  services.notice.list(context),
);
