// The person's filings for treatment elsewhere, and the rules of the insured area.
import { route } from '../edge/route.ts';

export const getOutOfArea = route('getOutOfArea', 'person', ({ services, context }) =>
  services.standing.outOfArea(context),
);
