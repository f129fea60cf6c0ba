// The form of what an institution's "use the account" means in an area, where its software can't say whose account.
import * as z from 'zod';
import { dated, source, word } from './basics.ts';

/** `acct_used_flag` 1: the patient's own account only, or relatives' too once it is empty. */
export const accountFlagEntry = z.strictObject({
  ...dated,
  flagOne: word(['own', 'own-then-shared']),
  source,
});
