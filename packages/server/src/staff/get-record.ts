// One record with its history and who looked at it.
import { route } from '../edge/route.ts';

export const getRecord = route('getRecord', 'record.read', ({ services, context, params }) =>
  services.record.get(context, params.kind, params.id),
);
