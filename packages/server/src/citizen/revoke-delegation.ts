// Takes a permission back at once, or gives it up.
import { keyedRoute } from '../edge/route.ts';

export const revokeDelegation = keyedRoute(
  'revokeDelegation',
  'person',
  ({ services, context, params, key }) => services.delegation.revoke(context, params.delegationId, key),
);
