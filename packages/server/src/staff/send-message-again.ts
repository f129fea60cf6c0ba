// Has a message that was given up sent again.
import { keyedRoute } from '../edge/route.ts';

export const sendMessageAgain = keyedRoute(
  'sendMessageAgain',
  'notice.manage',
  ({ services, context, params, key }) =>
    services.notice.sendAgain(context, params.noticeId, params.way, key),
);
