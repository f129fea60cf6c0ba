// Lets another person act for oneself.
import { keyedRoute } from '../edge/route.ts';

export const grantDelegation = keyedRoute('grantDelegation', 'person', ({ services, context, body, key }) =>
  services.delegation.grant(context, body, key),
);
