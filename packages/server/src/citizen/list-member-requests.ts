// Applications that wait for the signed-in person to agree as the member.
import { route } from '../edge/route.ts';

export const listMemberRequests = route('listMemberRequests', 'person', ({ services, context }) =>
  services.application.memberRequests(context),
);
