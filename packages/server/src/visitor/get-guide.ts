// What an area's policy says to a citizen; public.
import { route } from '../edge/route.ts';

export const getGuide = route('getGuide', 'anyone', ({ services, context, params }) =>
  services.area.guide(context, params.area),
);
