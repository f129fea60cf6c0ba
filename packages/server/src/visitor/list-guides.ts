// The areas that have a guide; public.
import { done } from '@gongji/service';
import { route } from '../edge/route.ts';

export const listGuides = route('listGuides', 'anyone', async ({ services, context }) =>
  done(services.area.guides(context)),
);
