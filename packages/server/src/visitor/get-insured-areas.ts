// Provinces and their areas, to choose from.
import { done } from '@gongji/service';
import { route } from '../edge/route.ts';

export const getInsuredAreas = route('getInsuredAreas', 'anyone', async ({ services }) =>
  done(services.area.insuredAreas()),
);
