// Treatment outside the insured area: filings, and what the area's policy says about it.
import { z } from 'zod';

/** Living there, sent there by a hospital, or there for a while (work, travel, own choice). */
export const FilingKind = z.enum(['long-stay', 'referral', 'temporary']);
export type FilingKind = z.infer<typeof FilingKind>;
