// An area's whole policy as text, for adjudication in the browser; public, as policy is.
import { route } from '../edge/route.ts';

export const getPolicyText = route('getPolicyText', 'anyone', async ({ services, params }) =>
  services.standing.policyText(params.area),
);
