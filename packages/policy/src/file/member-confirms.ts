// The form of a region's rule that the member has to agree before a binding holds.
import * as z from 'zod';
import { flag, source } from './basics.ts';

/** Dated by the entry of `binding` in which it stands; a region without such a rule leaves it out. */
export const memberConfirms = z.strictObject({ confirms: flag, source }).exactOptional();
