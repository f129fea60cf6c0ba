// The agency's window: a clerk does for a person who is there what the person could do in the app, and the person signs.
import { z } from 'zod';
import { Application, ApplicationBody, Drawing } from './application.ts';
import { PersonMark } from './common.ts';
import { AreaGuide, Me } from './person.ts';
import { PremiumBody, PremiumChoices, PremiumPayment } from './premium.ts';
import { EndRelationBody, Relations } from './relation.ts';

export const WindowSearchBody = z.object({
  /** Identity number or person number. */
  number: z.string().trim().min(4).max(40),
});
/** Null: nobody of the area has this number. The search is recorded either way. */
export const WindowPerson = z.object({ person: PersonMark.nullable() });
export type WindowPerson = z.infer<typeof WindowPerson>;

export const WindowDesk = z.object({
  me: Me,
  guide: AreaGuide,
  relations: Relations,
  applications: z.array(Application),
  choices: PremiumChoices,
  payments: z.array(PremiumPayment),
});
export type WindowDesk = z.infer<typeof WindowDesk>;

/** Drawn on the pad, or on paper whose scan was handed in as a photo of this person. */
export const WindowSignature = z.discriminatedUnion('on', [
  z.object({ on: z.literal('pad'), drawing: Drawing }),
  z.object({ on: z.literal('paper'), photoId: z.string() }),
]);
export type WindowSignature = z.infer<typeof WindowSignature>;

export const WindowApplicationBody = z.object({
  application: ApplicationBody,
  signature: WindowSignature,
});
export const WindowEndBody = EndRelationBody.extend({ signature: WindowSignature });
export const WindowPremiumBody = PremiumBody.extend({ signature: WindowSignature });
