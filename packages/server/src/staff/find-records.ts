// Finds what is on record by a number.
import { route } from '../edge/route.ts';

export const findRecords = route('findRecords', 'record.read', ({ services, context, body }) =>
  services.record.find(context, body.query),
);
