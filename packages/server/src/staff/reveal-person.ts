// The full numbers of a person; the look and its reason are recorded.
import { route } from '../edge/route.ts';

export const revealPerson = route('revealPerson', 'record.read', ({ services, context, params, body }) =>
  services.record.reveal(context, params.personNo, body),
);
