// The applications that the person made.
import { route } from '../edge/route.ts';

export const listApplications = route('listApplications', 'person', ({ services, context }) =>
  services.application.list(context),
);
