// The patient behind a credential.
import { route } from '../edge/route.ts';

export const findPatient = route('findPatient', 'till', ({ services, context, body }) =>
  services.settlement.patient(context, body),
);
