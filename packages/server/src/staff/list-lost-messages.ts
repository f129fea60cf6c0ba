// Messages to people of the area that were given up.
import { route } from '../edge/route.ts';

export const listLostMessages = route('listLostMessages', 'notice.manage', ({ services, context }) =>
  services.notice.lost(context),
);
