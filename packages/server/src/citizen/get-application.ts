// One application of the person.
import { route } from '../edge/route.ts';

export const getApplication = route('getApplication', 'person', ({ services, context, params }) =>
  services.application.get(context, params.applicationId),
);
