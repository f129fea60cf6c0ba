// The form of the rules of binding: who decides, who may give, who may use, and the options that some regions have.
import * as z from 'zod';
import { count, dated, fen, flag, recorded, relation, source, word } from './basics.ts';
import { memberConfirms } from './member-confirms.ts';

const scheme = word(['employee', 'resident']);

/**
 * Rules that some regions have and others do not; a region that has none leaves `options` out.
 * Amounts for one payment or one year are limits of use, not of binding, and stand elsewhere.
 */
const options = z.strictObject({
  /** A relation may, or must, have a first and a last day (Jiangsu, Guizhou). */
  relationDates: z.strictObject({ given: word(['optional', 'required']), source }).exactOptional(),
  /** A relation ends by itself when the giver's insurance moves or ends (Jiangsu). */
  endsWithGiversInsurance: z.strictObject({ ends: flag, source }).exactOptional(),
  /** Most givers of one member (Guizhou: one). */
  giversPerMember: z.strictObject({ givers: count, source }).exactOptional(),
  /** The member confirms or declines before the binding holds. */
  memberConfirms,
  /** Most people in one family, the giver included. */
  peopleInFamily: z.strictObject({ people: count, source }).exactOptional(),
});

export const bindingEntry = z.strictObject({
  ...dated,
  decision: recorded(z.strictObject({ mode: word(['automatic', 'review']), source })),
  reviewWithin: z.strictObject({ workingDays: count, source }).exactOptional(),
  relationsInGuide: recorded(z.strictObject({ allowed: z.array(relation).min(1), source })),
  giver: recorded(z.strictObject({ scheme, status: word(['normal']), balanceAboveFen: fen, source })),
  member: recorded(
    z.strictObject({
      schemes: z.array(scheme).min(1),
      status: word(['normal']),
      where: word(['same-province']),
      source,
    }),
  ),
  memberLimit: recorded(z.strictObject({ members: count, source })),
  options: options.exactOptional(),
});
