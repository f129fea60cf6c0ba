// The codes that the signed-in person may show at a till.
import { route } from '../edge/route.ts';

export const listCredentials = route('listCredentials', 'person', ({ services, context }) =>
  services.hospital.credentials(context),
);
