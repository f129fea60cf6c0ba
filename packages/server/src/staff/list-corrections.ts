// The area's corrections, open ones first.
import { route } from '../edge/route.ts';

export const listCorrections = route('listCorrections', 'correction.propose', ({ services, context }) =>
  services.correction.list(context),
);
